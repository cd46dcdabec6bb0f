#!/usr/bin/env bash
# start.sh LIBS DATA_DIR [BROKER_PORT] [CONTROLLER_PORT]
# Formats DATA_DIR on first use, then execs java: this shell's PID is the broker's PID. SIGTERM stops it cleanly.
# env: JAVA (default: java 17+; a JDK 25 starts faster), KAFKA_HEAP (default 256m),
#      KAFKA_ADVERTISED_PORT: what clients are told to connect to, when a proxy stands in front (default: BROKER_PORT)
set -euo pipefail
LIBS=$(cd "$1" && pwd); mkdir -p "$2/log"; DATA=$(cd "$2" && pwd); PORT=${3:-19092}; CPORT=${4:-19093}
HERE=$(cd "$(dirname "$0")" && pwd); HEAP=${KAFKA_HEAP:-256m}
JAVA=${JAVA:-"$("$HERE/../jdk.sh" 17)/bin/java"}
cat > "$DATA/server.properties" <<P
process.roles=broker,controller
node.id=1
controller.quorum.voters=1@127.0.0.1:$CPORT
listeners=PLAINTEXT://127.0.0.1:$PORT,CONTROLLER://127.0.0.1:$CPORT
advertised.listeners=PLAINTEXT://127.0.0.1:${KAFKA_ADVERTISED_PORT:-$PORT}
controller.listener.names=CONTROLLER
inter.broker.listener.name=PLAINTEXT
listener.security.protocol.map=CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT
log.dirs=$DATA/log
num.partitions=1
auto.create.topics.enable=false
offsets.topic.num.partitions=1
offsets.topic.replication.factor=1
transaction.state.log.num.partitions=1
transaction.state.log.replication.factor=1
transaction.state.log.min.isr=1
share.coordinator.state.topic.num.partitions=1
share.coordinator.state.topic.replication.factor=1
share.coordinator.state.topic.min.isr=1
group.initial.rebalance.delay.ms=0
group.min.session.timeout.ms=1000
broker.session.timeout.ms=2000
broker.heartbeat.interval.ms=500
num.network.threads=2
num.io.threads=4
log.cleaner.dedupe.buffer.size=8388608
P
OPTS=(-XX:+UseSerialGC -XX:TieredStopAtLevel=1 "-Dlog4j2.configurationFile=$HERE/log4j2.properties")
if [ ! -f "$DATA/log/meta.properties" ]; then
  "$JAVA" -Xmx128m "${OPTS[@]}" -cp "$LIBS/*" kafka.tools.StorageTool format -t MkU3OEVBNTcwNTJENDM2Qk -c "$DATA/server.properties" >"$DATA/format.log" 2>&1
fi
exec "$JAVA" -Xms"$HEAP" -Xmx"$HEAP" "${OPTS[@]}" -cp "$LIBS/*" kafka.Kafka "$DATA/server.properties"
