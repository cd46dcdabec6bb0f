import Decoder from 'kafkajs/src/protocol/decoder.js';
import Encoder from 'kafkajs/src/protocol/encoder.js';

const metadataKey = 3;
/** The first version that tells ids and can be asked by name alone; brokers since Kafka 3.1 know it. */
const metadataVersion = 12;
const idBytes = 16;
const anyId = Buffer.alloc(idBytes);

/** The connection that kafkajs keeps to a broker, which its types leave out. */
interface ConnectedBroker {
  readonly connectionPool: {
    send<T>(call: {
      readonly request: object;
      readonly response: {
        decode(bytes: Buffer): Promise<T>;
        parse(decoded: T): Promise<T>;
      };
    }): Promise<T>;
  };
}

/**
 * Asks a broker for the id that a topic was given when it was made: another one after it was removed and made anew.
 * kafkajs speaks an older version of this question, whose answer has no ids.
 */
export async function topicIdOf(broker: object, topic: string): Promise<string> {
  const { errorCode, id } = await (broker as ConnectedBroker).connectionPool.send({
    request: metadataRequest(topic),
    response: { decode: async (bytes) => decodeFirstTopic(new Decoder(bytes)), parse: async (told) => told },
  });
  if (errorCode !== 0 || id.equals(anyId))
    throw new Error(`the broker does not tell the id of ${topic} (error ${errorCode})`);
  return id.toString('hex');
}

/** TAGS [topic_id name TAGS] allow_auto_topic_creation include_topic_authorized_operations TAGS */
const metadataRequest = (topic: string): object => ({
  apiKey: metadataKey,
  apiVersion: metadataVersion,
  apiName: 'Metadata',
  encode: async () =>
    new Encoder()
      .writeUVarIntBytes(null)
      .writeUVarIntArray([new Encoder().writeBuffer(anyId).writeUVarIntString(topic).writeUVarIntBytes(null)])
      .writeBoolean(false)
      .writeBoolean(false)
      .writeUVarIntBytes(null),
});

/** TAGS throttle_time [node_id host port rack TAGS] cluster_id controller_id [error_code name topic_id … */
function decodeFirstTopic(decoder: Decoder): { readonly errorCode: number; readonly id: Buffer } {
  decoder.readTaggedFields();
  decoder.readInt32();
  decoder.readUVarIntArray(() => {
    decoder.readInt32();
    decoder.readUVarIntString();
    decoder.readInt32();
    decoder.readUVarIntString();
    decoder.readTaggedFields();
  });
  decoder.readUVarIntString();
  decoder.readInt32();
  if (decoder.readUVarInt() < 2) return { errorCode: -1, id: anyId };
  const errorCode = decoder.readInt16();
  decoder.readUVarIntString();
  return { errorCode, id: decoder.readBytes(idBytes) };
}
