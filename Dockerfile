FROM python:3.11-slim AS build
WORKDIR /src
COPY requirements.lock ./
RUN python -m venv /app && /app/bin/pip install --no-cache-dir --require-hashes -r requirements.lock
COPY pyproject.toml README.md LICENSE ./
COPY monitor monitor
COPY config config
COPY seeds seeds
RUN /app/bin/pip install --no-cache-dir --no-deps --no-build-isolation .

FROM python:3.11-slim
RUN useradd --system --uid 10001 --home-dir /data monitor && mkdir /data && chown monitor /data
COPY --from=build /app /app
USER monitor
ENV PATH=/app/bin:$PATH PYTHONUNBUFFERED=1 MONITOR_DATA=/data
VOLUME /data
HEALTHCHECK --interval=60s --timeout=20s --start-period=60s CMD ["monitor", "status", "--check"]
ENTRYPOINT ["monitor"]
CMD ["run"]
