#!/usr/bin/env bash
# start.sh FOLDER DATA PORT CONTROLLER_PORT: one broker (KRaft, its own controller) on 127.0.0.1.
# Formats DATA on first use, then execs java: this shell's process id is the broker's. SIGTERM stops it cleanly.
# KAFKA_ADVERTISED_PORT: what clients are told to connect to, when a proxy stands in front (default: PORT)
# KAFKA_HEAP (default 256m)
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
libraries=$(cd "$1" && pwd)
mkdir -p "$2/log"
data=$(cd "$2" && pwd)
port=$3
controller_port=$4
heap=${KAFKA_HEAP:-256m}
java=$("$here/../jdk.sh" 21)/bin/java
cat >"$data/server.properties" <<PROPERTIES
process.roles=broker,controller
node.id=1
controller.quorum.voters=1@127.0.0.1:$controller_port
listeners=PLAINTEXT://127.0.0.1:$port,CONTROLLER://127.0.0.1:$controller_port
advertised.listeners=PLAINTEXT://127.0.0.1:${KAFKA_ADVERTISED_PORT:-$port}
controller.listener.names=CONTROLLER
inter.broker.listener.name=PLAINTEXT
listener.security.protocol.map=CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT
log.dirs=$data/log
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
PROPERTIES
options=(-XX:+UseSerialGC -XX:TieredStopAtLevel=1 "-Dlog4j2.configurationFile=$here/log4j2.properties")
if [ ! -f "$data/log/meta.properties" ]; then
  "$java" -Xmx128m "${options[@]}" -cp "$libraries/*" kafka.tools.StorageTool format \
    -t MkU3OEVBNTcwNTJENDM2Qk -c "$data/server.properties" >"$data/format.log" 2>&1 || {
    cat "$data/format.log" >&2
    exit 1
  }
fi
exec "$java" -Xms"$heap" -Xmx"$heap" "${options[@]}" -cp "$libraries/*" kafka.Kafka "$data/server.properties"
