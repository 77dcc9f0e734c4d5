package io.parlance.bench.load;

import io.parlance.bench.measure.Crew;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** One connection of a load with its share of the requests. */
final class Client extends Crew.Member implements AutoCloseable {
    /** Starts at the time, so that a later run on the same data repeats no number. */
    private static final AtomicLong NUMBERS = new AtomicLong(System.currentTimeMillis() << 20);

    private static final long REST_AFTER_FAILURE_NANOS = 5_000_000;

    private final Requests requests;
    private final List<NumberedText> texts;
    private final Connection connection;
    private final Pace pace;
    private final IdLedger ids;
    private int next;

    Client(URI server, Requests requests, int index, Pace pace) {
        this.requests = requests;
        this.texts = requests.texts().stream().map(NumberedText::new).toList();
        this.connection = new Connection(server);
        this.pace = pace;
        this.ids = new IdLedger(requests.idMember());
        this.next = index;
    }

    IdLedger ids() {
        return ids;
    }

    @Override
    protected void work(long start, long end) {
        pace.await(start, 0);
        for (long count = 0; System.nanoTime() < end; count++) {
            long from = pace.await(start, count);
            if (from < end) {
                send(from);
            }
        }
    }

    private void send(long from) {
        try {
            var text = texts.get(next++ % texts.size()).with(NUMBERS.incrementAndGet());
            var answer = connection.exchange(text);
            check(answer, System.nanoTime() - from);
        } catch (IOException e) {
            fail(String.valueOf(e.getMessage()));
        }
    }

    private void check(ResponseReader answer, long nanos) {
        if (answer.status() == requests.tolerated()) {
            return;
        }
        if (answer.status() != requests.status()) {
            fail(answer.status() + " " + answer.bodyText().replaceAll("\\s+", " "));
            return;
        }
        int named = ids.note(answer.body(), answer.bodyLength());
        if (ids.isWanted() && named != requests.units()) {
            fail("an answer with " + named + " ids instead of " + requests.units());
            return;
        }
        done(nanos, requests.units());
    }

    /** A server that fails fast is not to be stormed. */
    private void fail(String why) {
        failed(why);
        LockSupport.parkNanos(REST_AFTER_FAILURE_NANOS);
    }

    @Override
    protected void giveUp() {
        connection.close();
    }

    @Override
    public void close() {
        connection.close();
    }
}
