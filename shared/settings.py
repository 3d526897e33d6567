"""The only file that knows environment variables exist; each service composes the groups it uses."""

import os
from pathlib import Path
from typing import Annotated, Any, Literal, TypeVar

from pydantic import Field, FilePath, SecretStr, ValidationError, field_validator, model_validator
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource, SettingsConfigDict

from shared.errors import InvalidSettings
from shared.settings_problems import explained
from shared.settings_values import BaseUrl, Delays, Names, Port, Prices, TimeZone, VersionedUrl
from shared.stand_ins import is_example, looks_real, on_loopback

TWILIO_API = "https://api.twilio.com"
_SEPARATORS = dict.fromkeys(map(ord, " -.()"))


class _SecretFiles(PydanticBaseSettingsSource):
    """`RDS_PASSWORD_FILE=/run/secrets/rds` stands for `RDS_PASSWORD`, so no secret need be in the environment."""

    def get_field_value(self, field: Any, field_name: str) -> tuple[Any, str, bool]:  # noqa: ANN401 - pydantic's signature
        path = os.environ.get(f"{field_name.upper()}_FILE")
        return (Path(path).read_text().strip() if path else None), field_name, False

    def __call__(self) -> dict[str, Any]:
        values = (
            (name, self.get_field_value(field, name)[0]) for name, field in self.settings_cls.model_fields.items()
        )
        return {name: value for name, value in values if value}


class _Group(BaseSettings):
    model_config = SettingsConfigDict(env_ignore_empty=True, extra="ignore", frozen=True)

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        return init_settings, _SecretFiles(settings_cls), env_settings


class _StoppingSettings(_Group):
    """What is in hand at SIGTERM may take `shutdown_grace_s`; it must stay below compose's stop_grace_period."""

    shutdown_grace_s: Annotated[float, Field(ge=0)] = 25


class ProcessSettings(_StoppingSettings):
    """Every process."""

    service_host: str = "0.0.0.0"  # noqa: S104 - a container's only interface
    service_port: Port = 8000
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"


class RabbitSettings(_StoppingSettings):
    rabbitmq_host: str
    rabbitmq_port: Port = 5672
    rabbitmq_user: str = "guest"
    rabbitmq_password: SecretStr = SecretStr("guest")
    rabbitmq_vhost: str = "/"
    rabbitmq_tls: bool = False
    retry_delays_s: Delays = (2, 15, 60, 300)
    concurrency: Annotated[int, Field(ge=1, le=64)] = 4
    """Messages one process works on at a time; also the consumer's prefetch."""


class RedisSettings(_Group):
    redis_host: str
    redis_port: Port = 6379
    redis_password: SecretStr | None = None
    redis_tls: bool = False
    session_ttl_s: Annotated[int, Field(ge=60)] = 1800


class PostgresSettings(_Group):
    """`rds_user` owns the tables; services log in as roles of their own, made by `python main.py init`."""

    rds_host: str
    rds_port: Port = 5432
    rds_database: str = "fintrak"
    rds_user: str
    rds_password: SecretStr
    rds_app_password: SecretStr | None = None
    rds_reader_password: SecretStr | None = None
    rds_sslmode: Literal["disable", "prefer", "require", "verify-ca", "verify-full"] = "prefer"
    rds_ca_file: FilePath | None = None


class S3Settings(_Group):
    """Keys may be absent: boto3 then uses the instance's role. An endpoint URL means path-style addressing."""

    aws_access_key_id: str | None = None
    aws_secret_access_key: SecretStr | None = None
    aws_region: str = "us-east-1"
    s3_bucket_name: Annotated[str, Field(min_length=3)]
    s3_endpoint_url: BaseUrl | None = None


class TwilioSettings(_Group):
    twilio_account_sid: str
    twilio_auth_token: SecretStr
    twilio_phone_number: str
    twilio_api_base_url: BaseUrl = TWILIO_API
    media_allowed_hosts: Names = ()

    @field_validator("twilio_phone_number")
    @classmethod
    def _with_channel(cls, value: str) -> str:
        """As Twilio writes it back, whose messages are looked up by it."""
        return f"whatsapp:{value.removeprefix('whatsapp:').translate(_SEPARATORS)}"

    @model_validator(mode="after")
    def _real_secrets_go_to_twilio_only(self) -> "TwilioSettings":
        stand_in = self.twilio_api_base_url != TWILIO_API
        if not stand_in and is_example(self.twilio_auth_token.get_secret_value()):
            raise ValueError("TWILIO_AUTH_TOKEN is an example; copy the token from the Twilio console")
        if stand_in and looks_real(self.twilio_account_sid) and not on_loopback(self.twilio_api_base_url):
            raise ValueError(
                "TWILIO_API_BASE_URL points away from Twilio while TWILIO_ACCOUNT_SID is a real account: remove one"
            )
        return self


class LinkSettings(_Group):
    """Signed links to stored files, served by the webhook service under `public_base_url`."""

    public_base_url: BaseUrl
    link_signing_key: SecretStr | None = None
    """Unset: derived from TWILIO_AUTH_TOKEN, so rotating that token ends every link in old workbooks."""


class EngineSettings(_Group):
    """No key: the local engine answers. `gpt_base_url` without a path gets the /v1 that all such servers have."""

    gpt_api_key: SecretStr | None = None
    gpt_model: str = "gpt-6-luna"
    gpt_vision_model: str | None = None
    gpt_sql_model: str | None = None
    gpt_base_url: VersionedUrl | None = None
    gpt_timeout_s: Annotated[float, Field(gt=0, le=300)] = 60
    gpt_structured_mode: Literal["json_schema", "json_object", "prompt"] = "json_schema"
    gpt_reasoning_effort: Literal["none", "minimal", "low", "medium", "high"] | None = None
    gpt_prices: Prices = (
        "gpt-6-luna:0.10:0.50",
        "gpt-6.1-terra:1:5",
        "gpt-6.1-sol:2:10",
    )
    """`model:in:out` in dollars per million tokens; a model without a price costs nothing."""
    gpt_monthly_budget_usd: Annotated[float, Field(ge=0)] | None = None
    """Of all users together; over it the local engine works and says so. Unset: no limit."""
    gpt_monthly_budget_per_user_usd: Annotated[float, Field(ge=0)] | None = None


class UserSettings(_Group):
    """Who may write, how much, and when their day begins."""

    allowed_numbers: Names = ()
    rate_limit_per_minute: Annotated[int, Field(ge=1)] = 300
    user_time_zone: TimeZone | None = None
    """Unset: the time zone of the country of the user's calling code."""


class WebhookSettings(
    ProcessSettings,
    RabbitSettings,
    RedisSettings,
    PostgresSettings,
    S3Settings,
    TwilioSettings,
    LinkSettings,
    UserSettings,
):
    metrics_port: Port = 9000  # /metrics is never on the public port


class ExtractionSettings(
    ProcessSettings, RabbitSettings, PostgresSettings, S3Settings, TwilioSettings, EngineSettings, UserSettings
):
    service_port: Port = 8001


class QuerySettings(
    ProcessSettings,
    RabbitSettings,
    PostgresSettings,
    S3Settings,
    TwilioSettings,
    LinkSettings,
    EngineSettings,
    UserSettings,
):
    service_port: Port = 8002


class ResponseSettings(ProcessSettings, RabbitSettings, RedisSettings, PostgresSettings, TwilioSettings, LinkSettings):
    service_port: Port = 8003


SettingsType = TypeVar("SettingsType", bound=BaseSettings)


def load(settings_class: type[SettingsType]) -> SettingsType:
    """Reads the environment once; raises InvalidSettings that names every wrong variable and how to fix it."""
    try:
        return settings_class()
    except ValidationError as error:
        raise InvalidSettings(explained(error)) from None
    except OSError as error:
        raise InvalidSettings(f"a *_FILE variable names a file that cannot be read: {error}") from None


def load_if_set(settings_class: type[SettingsType], variable: str) -> SettingsType | None:
    """None when `variable` is unset: whoever starts this process does not use that part."""
    return load(settings_class) if os.environ.get(variable) or os.environ.get(f"{variable}_FILE") else None
