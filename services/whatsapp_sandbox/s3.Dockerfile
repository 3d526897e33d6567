# A small S3 server that keeps its buckets in /data: docker build -f services/whatsapp_sandbox/s3.Dockerfile .
ARG REQUIREMENTS=s3

FROM python:3.11-slim AS build
COPY requirements/pip.txt /requirements/
RUN python -m venv /venv && /venv/bin/pip install --no-cache-dir --disable-pip-version-check -r /requirements/pip.txt
COPY requirements/ /requirements/
ARG REQUIREMENTS
RUN --mount=type=cache,target=/root/.cache/pip \
    /venv/bin/pip install --disable-pip-version-check --only-binary :all: \
        -r /requirements/$REQUIREMENTS.txt -c /requirements/constraints.txt \
 && /venv/bin/pip uninstall --quiet --yes pip setuptools

FROM python:3.11-slim
ENV PATH=/venv/bin:$PATH PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 HOME=/tmp
RUN pip uninstall --quiet --yes --root-user-action ignore pip setuptools wheel \
 && useradd --uid 10001 --no-create-home --shell /usr/sbin/nologin fintrak \
 && install -d -o fintrak /data \
 && python -m compileall -q -x '/(test|tests|idlelib|lib2to3|ensurepip)/' /usr/local/lib/python3.11 # the image has none
COPY --from=build /venv /venv
USER 10001
VOLUME /data
EXPOSE 9000
HEALTHCHECK --interval=10s --timeout=5s --start-period=20s --retries=3 \
    CMD ["python", "-S", "-c", "import socket; socket.create_connection(('127.0.0.1', 9000), 3).close()"]
CMD ["sh", "-c", "\
    export NANIO_ACCESS_KEY=\"$([ -n \"$AWS_ACCESS_KEY_ID_FILE\" ] && cat \"$AWS_ACCESS_KEY_ID_FILE\" || echo \"$AWS_ACCESS_KEY_ID\")\" \
           NANIO_SECRET_KEY=\"$([ -n \"$AWS_SECRET_ACCESS_KEY_FILE\" ] && cat \"$AWS_SECRET_ACCESS_KEY_FILE\" || echo \"$AWS_SECRET_ACCESS_KEY\")\"; \
    exec python -m nanio serve --no-access-log --log-level warning --data-dir /data --host 0.0.0.0 --port 9000"]
