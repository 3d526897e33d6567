"""The health check of every image: `python -m shared.probe` exits 0 when the service on SERVICE_PORT can work."""

import sys
import urllib.request

from shared.settings import ProcessSettings, load

TIMEOUT_S = 4


def main(default_port: int) -> None:
    settings = load(ProcessSettings)
    port = settings.service_port if "service_port" in settings.model_fields_set else default_port
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/health", timeout=TIMEOUT_S):
            return
    except OSError as error:  # HTTPError is one: a 503 names the dependency in its body
        sys.exit(f"not healthy: {error}")


if __name__ == "__main__":
    main(int(sys.argv[1]))
