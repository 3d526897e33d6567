import subprocess
import sys


def test_writing_sql_needs_no_library_for_pictures() -> None:
    code = "import sys, shared.gpt_api; print({'PIL', 'defusedxml'} & set(sys.modules))"
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert shown.stdout.strip() == "set()"
