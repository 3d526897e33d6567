"""The chat page in a real browser: what a person at a laptop or a phone sees and does."""

import asyncio
import base64
import io
import os
import re
import shutil
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path

import pytest
import pytest_asyncio
from PIL import Image
from playwright.async_api import Browser, Error, Locator, Page, async_playwright, expect
from starlette.responses import Response

from services.whatsapp_sandbox.chat_messages import Kind
from tests.sandboxes import ANA, FINTRAK, XLSX, RunningSandbox, basic_auth, running_sandbox, twiml

expect.set_options(timeout=15_000)  # a busy machine is no failure
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
WORKBOOK = b"PK\x03\x04 not much of a workbook"

pytestmark = [
    pytest.mark.asyncio(loop_scope="module"),
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine: apt-get install chromium"),
]


def a_photo() -> bytes:
    jpeg = io.BytesIO()
    Image.new("RGB", (300, 400), "#d9c9a8").save(jpeg, "JPEG")
    return jpeg.getvalue()


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def browser() -> AsyncIterator[Browser]:
    as_root = ["--no-sandbox"] if os.geteuid() == 0 else []
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=as_root)
        yield browser
        await browser.close()


@pytest_asyncio.fixture(loop_scope="module")
async def sandbox(tmp_path: Path) -> AsyncIterator[RunningSandbox]:
    async with running_sandbox(tmp_path) as running:
        yield running


@pytest_asyncio.fixture(loop_scope="module")
async def page(browser: Browser, sandbox: RunningSandbox) -> AsyncIterator[Page]:
    async with opened(browser, sandbox.base_url, width=1280, height=800) as page:
        yield page


@pytest_asyncio.fixture(loop_scope="module")
async def phone_page(browser: Browser, sandbox: RunningSandbox) -> AsyncIterator[Page]:
    async with opened(browser, sandbox.base_url, width=360, height=740, touch=True) as page:
        yield page


@asynccontextmanager
async def opened(
    browser: Browser, base_url: str, *, width: int, height: int, touch: bool = False
) -> AsyncIterator[Page]:
    """Fails the test when the page's own code did."""
    errors: list[str] = []

    def keep(error: Error) -> None:
        errors.append(str(error))

    context = await browser.new_context(viewport={"width": width, "height": height}, has_touch=touch, is_mobile=touch)
    page = await context.new_page()
    page.set_default_timeout(15_000)
    page.on("pageerror", keep)
    await page.goto(base_url)
    yield page
    await context.close()
    assert errors == []


def chat(page: Page, name: str = "Ana") -> Locator:
    return page.get_by_label(f"{name} and FinTrak", exact=True)


def box(page: Page, name: str = "Ana") -> Locator:
    return page.get_by_label(f"Message from {name} to FinTrak")


async def say(page: Page, text: str, name: str = "Ana") -> None:
    await box(page, name).fill(text)
    await box(page, name).press("Enter")


async def test_a_message_is_sent_with_enter_and_the_answer_appears(page: Page, sandbox: RunningSandbox) -> None:
    sandbox.webhook.answer = lambda _: twiml("Hello! Write *1* or *2*.")
    await box(page).fill("hello")
    await box(page).press("Shift+Enter")
    await box(page).press_sequentially("there")
    await box(page).press("Enter")
    assert (await sandbox.webhook.next_post()).form["Body"] == "hello\nthere"
    await expect(chat(page).locator(".received .text")).to_have_text("Hello! Write 1 or 2.")
    await expect(chat(page).locator(".received strong")).to_have_text(["1", "2"])
    await expect(chat(page).locator(".sent .tick-word")).to_have_text("read")
    await expect(box(page)).to_have_value("")
    await expect(chat(page).locator(".day")).to_have_text("Today")


async def test_looking_at_a_message_makes_it_read(page: Page, sandbox: RunningSandbox) -> None:
    await say(page, "hello")
    await sandbox.webhook.next_post()
    await sandbox.send("Saved!", StatusCallback=sandbox.callback())
    await expect(chat(page).locator(".received")).to_be_visible()
    statuses = {await sandbox.webhook.next_status() for _ in range(3)}
    assert statuses == {"sent", "delivered", "read"}


async def test_a_photo_is_picked_captioned_and_opened(page: Page, sandbox: RunningSandbox) -> None:
    photo, focused = a_photo(), asyncio.Event()
    sandbox.webhook.before_answering = focused.wait
    upload = {"name": "receipt.jpg", "mimeType": "image/jpeg", "buffer": photo}
    await chat(page).locator(".file-photo").set_input_files(upload)  # type: ignore[arg-type]
    await expect(chat(page).locator(".tray li")).to_have_count(1)
    await say(page, "lunch")
    post = await sandbox.webhook.next_post()
    assert (post.form["Body"], post.form["MediaContentType0"]) == ("lunch", "image/jpeg")
    picture = chat(page).get_by_role("button", name="Open receipt.jpg")
    await picture.focus()
    focused.set()
    await expect(chat(page).locator(".sent .tick-word")).to_have_text("delivered")  # news of it takes no focus away
    await page.keyboard.press("Enter")
    viewer = page.get_by_role("dialog", name="Picture")
    await expect(viewer.locator("img")).to_have_js_property("naturalWidth", 300)
    await page.keyboard.press("Escape")
    await expect(viewer).to_be_hidden()
    (message,) = await sandbox.phone.messages(ANA)
    assert await sandbox.phone.fetch_attachment(message) == photo


async def test_a_chat_stays_at_its_end_while_pictures_load(page: Page, sandbox: RunningSandbox) -> None:
    for text in ("x\n" * 30, "y\n" * 30):
        await say(page, text)
        await sandbox.webhook.next_post()
    for name in ("a.jpg", "b.jpg", "c.jpg"):
        upload = {"name": name, "mimeType": "image/jpeg", "buffer": a_photo()}
        await chat(page).locator(".file-photo").set_input_files(upload)  # type: ignore[arg-type]
        await say(page, name)
        await sandbox.webhook.next_post()
        await expect(chat(page).locator(".picture img").last).to_have_js_property("complete", True)
        await expect(chat(page).locator(".text").last).to_be_in_viewport()
    await expect(chat(page).locator(".to-end")).to_be_hidden()
    await chat(page).locator(".scroll").evaluate("node => { node.scrollTop = 0; }")
    await say(page, "and on")
    await expect(chat(page).locator(".text").last).to_be_in_viewport()


FILE_EVENT = """(node, [type, base64]) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const data = new DataTransfer();
    data.items.add(new File([bytes], "dropped.jpg", { type: "image/jpeg" }));
    const init = { bubbles: true, cancelable: true };
    node.dispatchEvent(type === "paste"
        ? new ClipboardEvent(type, { ...init, clipboardData: data })
        : new DragEvent(type, { ...init, dataTransfer: data }));
}"""


@pytest.mark.parametrize("events", [["dragenter", "dragover", "drop"], ["paste"]])
async def test_a_picture_is_dropped_or_pasted_into_the_chat(
    page: Page, sandbox: RunningSandbox, events: list[str]
) -> None:
    photo = base64.b64encode(a_photo()).decode()
    for event in events:
        await box(page).evaluate(FILE_EVENT, [event, photo])
    await expect(chat(page).locator(".tray img")).to_be_visible()
    await expect(chat(page)).not_to_have_class(re.compile("dropping"))
    await chat(page).get_by_role("button", name="Send", exact=True).click()
    assert (await sandbox.webhook.next_post()).form["MessageType"] == "image"


async def test_several_files_go_one_message_each_and_can_be_taken_back(page: Page, sandbox: RunningSandbox) -> None:
    names = ("a.jpg", "b.pdf", "c.pdf")
    uploads = [{"name": name, "mimeType": "application/pdf", "buffer": b"%PDF-1.7"} for name in names]
    await chat(page).locator(".file-photo").set_input_files(uploads)  # type: ignore[arg-type]
    await chat(page).get_by_role("button", name="Remove b.pdf").click()
    await say(page, "two")
    posts = [await sandbox.webhook.next_post() for _ in range(2)]
    assert sorted(post.form["Body"] for post in posts) == ["", "two"]
    assert [post.form["NumMedia"] for post in posts] == ["1", "1"]


async def test_what_could_not_be_sent_stays_to_be_sent_again(page: Page, sandbox: RunningSandbox) -> None:
    sizes = {"small.pdf": 100, "large.pdf": 21 * 1024 * 1024}
    uploads = [{"name": name, "mimeType": "application/pdf", "buffer": bytes(size)} for name, size in sizes.items()]
    await chat(page).locator(".file-photo").set_input_files(uploads)  # type: ignore[arg-type]
    await say(page, "both")
    await expect(chat(page).get_by_role("alert")).to_contain_text("at most 20 MB")
    assert (await sandbox.webhook.next_post()).form["Body"] == "both"
    await expect(chat(page).locator(".tray li")).to_have_attribute("title", "large.pdf")
    await expect(box(page)).to_have_value("")


async def test_a_workbook_is_an_attachment_to_click(page: Page, sandbox: RunningSandbox) -> None:
    sandbox.webhook.media["invoices.xlsx"] = (XLSX, WORKBOOK)
    await say(page, "how much?")
    await sandbox.webhook.next_post()
    await sandbox.send("You spent *12.00 EUR*.", MediaUrl=sandbox.media("invoices.xlsx"))
    chip = chat(page).get_by_role("link", name="invoices.xlsx")
    await expect(chip).to_contain_text("XLSX")
    async with page.expect_download() as downloading:
        await chip.click()
    download = await downloading.value
    assert download.suggested_filename == "invoices.xlsx"
    assert await asyncio.to_thread(Path(await download.path()).read_bytes) == WORKBOOK


async def test_typing_is_shown_until_the_answer_comes(page: Page, sandbox: RunningSandbox) -> None:
    await say(page, "how much?")
    sid = (await sandbox.webhook.next_post()).form["MessageSid"]
    form = {"messageId": sid, "channel": "whatsapp"}
    url = f"{sandbox.base_url}/v2/Indicators/Typing.json"
    async with sandbox.http.post(url, data=form, headers=basic_auth()) as response:
        assert response.status == 200
    await expect(chat(page).get_by_text("FinTrak is typing")).to_be_attached()
    await expect(chat(page).locator(".presence")).to_have_text("typing…")
    await sandbox.send("done")
    await expect(chat(page).locator(".received .text")).to_have_text("done")
    await expect(chat(page).locator(".typing-bubble")).to_have_count(0)


async def test_a_webhook_that_fails_is_explained_and_the_message_can_be_sent_again(
    page: Page, sandbox: RunningSandbox
) -> None:
    sandbox.webhook.failures = [404]
    await say(page, "hello")
    await expect(chat(page).get_by_role("alert")).to_contain_text("FinTrak is not answering")
    await expect(chat(page).locator(".presence")).to_have_text("not answering")
    sandbox.webhook.answer = lambda _: twiml("here I am")
    await chat(page).get_by_role("button", name="Try again").click()
    await expect(chat(page).locator(".received .text")).to_have_text("here I am")
    await expect(chat(page).get_by_role("alert")).to_be_hidden()
    await expect(chat(page).locator(".sent")).to_have_count(1)


MARKUP = [
    ("*bold* _italic_ ~gone~ `code`", "<strong>bold</strong> <em>italic</em> <s>gone</s> <code>code</code>"),
    ("*bold _and italic_*", "<strong>bold <em>and italic</em></strong>"),
    ("2*3*4 snake_case_name ~", "2*3*4 snake_case_name ~"),
    ("* a * b", "* a * b"),
    ("Caf\u2060*\u2060e *x\u2060*\u2060", "Caf\u2060*\u2060e *x\u2060*\u2060"),
    ("`*a*`", "<code>*a*</code>"),
    ("from *2026-10-01*", 'from <strong><span class="unbroken">2026-10-01</span></strong>'),
    ("INV-2026-10-01-7", "INV-2026-10-01-7"),
    ("<img src=x onerror=alert(1)> & <b>", "&lt;img src=x onerror=alert(1)&gt; &amp; &lt;b&gt;"),
    ("*<i>*", "<strong>&lt;i&gt;</strong>"),
    ("javascript:alert(1)", "javascript:alert(1)"),
    (
        "see https://a.example/x_y_z?q=*1*.",
        'see <a href="https://a.example/x_y_z?q=*1" target="_blank" rel="noopener noreferrer">'
        "https://a.example/x_y_z?q=*1</a>*.",
    ),
]


async def test_markup_is_shown_and_html_is_not(page: Page) -> None:
    render = """async (text) => {
        const { render } = await import("/static/markup.js");
        const holder = document.createElement("div");
        holder.append(render(text));
        return holder.innerHTML;
    }"""
    assert [(text, await page.evaluate(render, text)) for text, _ in MARKUP] == MARKUP


async def test_two_chats_are_side_by_side_and_others_count_what_is_unread(page: Page, sandbox: RunningSandbox) -> None:
    await expect(page.locator(".phone")).to_have_count(2)
    sandbox.webhook.answer = lambda form: twiml(f"for {form['ProfileName']}")
    await say(page, "hello", "Ana")
    await say(page, "hallo", "Jonas")
    await expect(chat(page, "Ana").locator(".received .text")).to_have_text("for Ana")
    await expect(chat(page, "Jonas").locator(".received .text")).to_have_text("for Jonas")
    await sandbox.phone.send_text("+972521234567", "שלום")
    unread = page.get_by_role("button", name="Noa, 1 unread")
    await unread.click()
    await expect(chat(page, "Noa").locator(".received .text")).to_have_text("for Noa")
    await expect(page.get_by_role("button", name="Noa", exact=True)).to_have_attribute("aria-pressed", "true")
    await expect(page.locator(".phone")).to_have_count(2)


async def test_right_to_left_text_runs_right_to_left(page: Page, sandbox: RunningSandbox) -> None:
    sandbox.webhook.answer = lambda _: twiml("שלום, כמה הוצאת?")
    await say(page, "hello")
    await expect(chat(page).locator(".received .text")).to_have_css("direction", "rtl")
    await expect(chat(page).locator(".sent .text")).to_have_css("direction", "ltr")


async def test_somebody_new_joins(page: Page, sandbox: RunningSandbox) -> None:
    await page.get_by_role("button", name="Add a person").click()
    dialog = page.get_by_role("dialog", name="Add a person")
    await dialog.get_by_label("Name").fill("Oli <b>")
    await dialog.get_by_label("WhatsApp number").fill("+44 1632 960001")
    await dialog.get_by_role("button", name="Add").click()
    await say(page, "hi", "Oli <b>")
    post = await sandbox.webhook.next_post()
    assert (post.form["From"], post.form["ProfileName"], post.form["To"]) == (
        "whatsapp:+441632960001",
        "Oli <b>",
        FINTRAK,
    )


async def test_a_phone_shows_one_chat_with_tabs_and_nothing_sticks_out(
    phone_page: Page, sandbox: RunningSandbox
) -> None:
    sandbox.webhook.answer = lambda _: twiml("https://example.org/" + "a" * 200)
    await expect(phone_page.locator(".phone")).to_have_count(1)
    await say(phone_page, "x" * 300)
    await expect(chat(phone_page).locator(".received a")).to_be_visible()
    assert await phone_page.evaluate("document.documentElement.scrollWidth") == 360
    assert await chat(phone_page).locator(".scroll").evaluate("node => node.scrollWidth <= node.clientWidth")
    await expect(chat(phone_page).get_by_role("button", name="Take a photo")).to_be_visible()
    await expect(chat(phone_page).locator(".file-camera")).to_have_attribute("capture", "environment")
    await phone_page.get_by_role("button", name="Jonas").click()
    await expect(chat(phone_page, "Jonas")).to_be_visible()
    await expect(phone_page.locator(".phone")).to_have_count(1)


async def test_everything_is_reached_by_keyboard(page: Page, sandbox: RunningSandbox) -> None:
    await chat(page).get_by_role("button", name="Attach").focus()
    await page.keyboard.press("Enter")
    await expect(chat(page).get_by_role("menuitem", name="Photo or PDF")).to_be_focused()
    await page.keyboard.press("Escape")
    await expect(chat(page).get_by_role("button", name="Attach")).to_be_focused()
    await page.keyboard.press("Enter")
    for _ in range(2):
        await page.keyboard.press("ArrowUp")
    await expect(chat(page).get_by_role("menuitem", name="Location")).to_be_focused()
    await page.keyboard.press("Enter")
    assert (await sandbox.webhook.next_post()).form["MessageType"] == "location"
    await chat(page).get_by_role("button", name="Attach").focus()
    await page.keyboard.press("Tab")
    await expect(box(page)).to_be_focused()
    await page.keyboard.type("by keyboard")
    await page.keyboard.press("Tab")
    await page.keyboard.press("Enter")
    assert (await sandbox.webhook.next_post()).form["Body"] == "by keyboard"


@pytest.mark.parametrize(
    ("entry", "kind"),
    [("Voice message", Kind.AUDIO), ("Sticker", Kind.STICKER), ("Contact card", Kind.CONTACT)],
)
async def test_the_less_common_kinds_of_messages_can_be_sent(
    page: Page, sandbox: RunningSandbox, entry: str, kind: Kind
) -> None:
    await chat(page).get_by_role("button", name="Attach").click()
    await chat(page).get_by_role("menuitem", name=entry).click()
    assert (await sandbox.webhook.next_post()).form["MessageType"] == kind
    await expect(chat(page).locator(".sent .tick-word")).to_have_text("delivered")


async def test_the_page_catches_up_after_the_sandbox_was_restarted(browser: Browser, tmp_path: Path) -> None:
    async with AsyncExitStack() as browsing:
        async with running_sandbox(tmp_path) as first:
            page = await browsing.enter_async_context(opened(browser, first.base_url, width=1280, height=800))
            await say(page, "before")
            await expect(chat(page).locator(".sent .tick-word")).to_have_text("delivered")
        await expect(page.locator("#connection")).to_have_text(re.compile("stopped"))
        async with running_sandbox(tmp_path, sandbox_port=first.settings.sandbox_port) as second:
            second.webhook.answer = lambda _: twiml("after")
            await second.phone.send_text(ANA, "again")
            await expect(chat(page).locator(".text")).to_have_text(["before", "again", "after"])


async def test_a_slow_webhook_keeps_the_clock_ticking_not_the_page_waiting(page: Page, sandbox: RunningSandbox) -> None:
    answered = asyncio.Event()
    sandbox.webhook.answer = lambda _: Response(status_code=204)
    sandbox.webhook.before_answering = answered.wait
    await say(page, "one")
    await expect(chat(page).locator(".sent .tick-word")).to_have_text("sent")
    await expect(box(page)).to_be_editable()
    answered.set()
    await expect(chat(page).locator(".sent .tick-word")).to_have_text("delivered")
