import 'reflect-metadata';
import { Envelope, PostCollected, postsCollected } from '@kentongan/contracts';
import { type Batch, decodeBatch, done, type Outcome, type StreamObserver } from '@kentongan/messaging';
import { createKafkaStreams } from '@kentongan/messaging/kafka';
import { StreamStrategy, Subscribe } from '@kentongan/messaging/nest';
import {
  Catch,
  Controller,
  type ExceptionFilter,
  Module,
  StandardSchemaValidationPipe,
  UseFilters,
} from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { EventPattern, type MicroserviceOptions, Payload, Transport } from '@nestjs/microservices';
import { Kafka, logLevel } from 'kafkajs';
import { type Observable, of } from 'rxjs';

const batchMessagesMax = 500;
/** What `decodeBatch` checks of a message, as one schema. */
const postCollectedMessage = Envelope.extend({ data: PostCollected.data });

/** What a contender tells of the messages of a round. */
interface Counting {
  /** The handler was given this many. */
  onHandled(count: number): void;
  /** The check kept this many from the handler. */
  onRefused(count: number): void;
}

/** Reads posts.collected from the start as a group of its own. */
export type StartConsumer = (group: string, counting: Counting) => Promise<{ stop(): Promise<void> }>;

/** Who takes part in the comparison. */
export const contenders = ['raw', 'ours', 'nest'] as const;
export type Contender = (typeof contenders)[number];

export function contender(name: Contender, brokers: string): StartConsumer {
  if (name === 'raw') return rawClient(brokers);
  return name === 'ours' ? ourStrategy(brokers) : nestTransport(brokers);
}

/** The client alone: kafkajs as it comes, batches, JSON decoded, nothing checked. */
function rawClient(brokers: string): StartConsumer {
  return async (groupId, { onHandled }) => {
    const kafka = new Kafka({ brokers: [brokers], clientId: groupId, logLevel: logLevel.NOTHING });
    const consumer = kafka.consumer({ groupId });
    await consumer.connect();
    await consumer.subscribe({ topics: [postsCollected.name], fromBeginning: true });
    await consumer.run({
      eachBatch: async ({ batch }) => {
        let decoded = 0;
        for (const { value } of batch.messages) if (JSON.parse(String(value)) !== null) decoded += 1;
        onHandled(decoded);
      },
    });
    return { stop: () => consumer.disconnect() };
  };
}

/** What a service does: a handler in a Nest application on our strategy, every message decoded and checked. */
function ourStrategy(brokers: string): StartConsumer {
  return async (group, { onHandled, onRefused }) => {
    const observer: StreamObserver = {
      onOutcome: (_at, kind, _reason, count) => kind === 'dead' && onRefused(count),
      onLag: () => {},
      onBatchSeconds: () => {},
      onFailure: (_at, error) => console.error(error),
    };
    const port = createKafkaStreams({ brokers: [brokers], clientId: group, observer });
    @Controller()
    class Handlers {
      @Subscribe(postsCollected, { group, batchMessagesMax })
      onPosts(batch: Batch): Promise<readonly Outcome[]> {
        return decodeBatch(postsCollected, batch, async (messages) => {
          onHandled(messages.length);
          return messages.map(() => done);
        });
      }
    }
    @Module({ controllers: [Handlers] })
    class Consuming {}
    const application = await NestFactory.createMicroservice(Consuming, {
      strategy: new StreamStrategy(port),
      logger: false,
    });
    await application.listen();
    return { stop: () => application.close().then(() => port.close()) };
  };
}

/**
 * The same handler on Nest's built-in Kafka transport, as its documentation writes one: a message at a time, JSON
 * decoded by the transport, checked against the same schema by a pipe. The filter is what a user has to write as well:
 * without one, kafkajs is told of the refusal and gives the same message out again for ever.
 */
function nestTransport(brokers: string): StartConsumer {
  return async (groupId, { onHandled, onRefused }) => {
    @Catch()
    class PassOver implements ExceptionFilter {
      catch(): Observable<undefined> {
        onRefused(1);
        return of(undefined);
      }
    }
    @Controller()
    class Handlers {
      @UseFilters(PassOver)
      @EventPattern(postsCollected.name)
      onPost(
        @Payload({ schema: postCollectedMessage, pipes: [new StandardSchemaValidationPipe()] }) post: unknown,
      ): void {
        if (post !== null) onHandled(1);
      }
    }
    @Module({ controllers: [Handlers] })
    class Consuming {}
    const application = await NestFactory.createMicroservice<MicroserviceOptions>(Consuming, {
      transport: Transport.KAFKA,
      options: {
        client: { brokers: [brokers], clientId: groupId, logLevel: logLevel.NOTHING },
        consumer: { groupId },
        subscribe: { fromBeginning: true },
      },
      logger: false,
    });
    await application.listen();
    return { stop: () => application.close() };
  };
}
