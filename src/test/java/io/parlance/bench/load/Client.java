package io.parlance.bench.load;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** One connection of a load with its share of the requests. */
final class Client implements AutoCloseable {
    /** Starts at the time, so that a later run on the same data repeats no number. */
    private static final AtomicLong NUMBERS = new AtomicLong(System.currentTimeMillis() << 20);

    private static final long REST_AFTER_FAILURE_NANOS = 5_000_000;

    private final Connection connection;
    private final Requests requests;
    private final List<NumberedText> texts;
    private final Pace pace;
    private final IdLedger ids;
    private int next;

    private Shift shift;
    private long count;
    private long turn;
    private long from;
    private boolean unanswered;

    Client(Connection connection, Requests requests, int index, Pace pace) {
        this.connection = connection;
        this.requests = requests;
        this.texts = requests.texts().stream().map(NumberedText::new).toList();
        this.pace = pace;
        this.ids = new IdLedger(requests.idMember());
        this.next = index;
    }

    IdLedger ids() {
        return ids;
    }

    /** When it wants to be called; of {@link System#nanoTime()}. */
    long turn() {
        return turn;
    }

    void begin(Shift its) {
        shift = its;
        count = 0;
        unanswered = false;
        proceed();
    }

    /** Sends the next request of the slice, or waits until its time has come. */
    void proceed() {
        long now = System.nanoTime();
        long due = pace.due(shift.start(), count, now);
        if (now >= shift.end() || due >= shift.end()) {
            return;
        }
        if (due > now) {
            waitUntil(due);
            return;
        }
        from = due;
        count++;
        send();
    }

    private void waitUntil(long time) {
        turn = time;
        shift.enqueue(this);
    }

    private void send() {
        unanswered = true;
        shift.sent();
        try {
            connection.send(texts.get(next++ % texts.size()).with(NUMBERS.incrementAndGet()), this);
        } catch (IOException e) {
            answered();
            fail(String.valueOf(e.getMessage()));
        }
    }

    /** Goes on as far as the connection lets it. */
    void ready() {
        if (!unanswered) {
            connection.close(); // by the server, which has nothing to say now
            return;
        }
        try {
            if (connection.proceed()) {
                answered();
                check(connection.answer(), System.nanoTime() - from);
            }
        } catch (IOException e) {
            answered();
            fail(String.valueOf(e.getMessage()));
        }
    }

    private void answered() {
        unanswered = false;
        shift.answered();
    }

    private void check(ResponseReader answer, long nanos) {
        if (answer.status() == requests.tolerated()) {
            proceed();
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
        shift.tally().done(nanos, requests.units());
        proceed();
    }

    /** A server that fails fast is not to be stormed. */
    private void fail(String why) {
        shift.tally().failed(why);
        waitUntil(System.nanoTime() + REST_AFTER_FAILURE_NANOS);
    }

    /** Waits no longer for an answer. */
    void giveUp() {
        if (unanswered) {
            connection.close();
            answered();
            fail("no answer");
        }
    }

    @Override
    public void close() {
        connection.close();
    }
}
