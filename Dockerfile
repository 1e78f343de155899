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
# The number stands in docker-compose.yml as well; a folder that is mounted as /data must belong to it.
RUN groupadd --system --gid 10001 monitor \
    && useradd --system --uid 10001 --gid 10001 --home-dir /data monitor \
    && mkdir /data && chown monitor:monitor /data
COPY --from=build /app /app
USER 10001:10001
WORKDIR /data
ENV PATH=/app/bin:$PATH PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 MONITOR_DATA=/data
VOLUME /data
# 1 where the daemon has noted no pulse for two minutes.
HEALTHCHECK --interval=60s --timeout=20s --start-period=90s CMD ["monitor", "status", "--check"]
ENTRYPOINT ["monitor"]
CMD ["run"]
