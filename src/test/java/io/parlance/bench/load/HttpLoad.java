package io.parlance.bench.load;

import io.parlance.bench.measure.Amount;
import io.parlance.bench.measure.Work;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Requests over a number of connections that stay open between slices, all of them served by the thread that asks. */
public final class HttpLoad implements Work, AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final long MILLI = TimeUnit.MILLISECONDS.toNanos(1);
    private static final long STEP = TimeUnit.MICROSECONDS.toNanos(50);

    private final Consumer<SelectionKey> ready = key -> ((Client) key.attachment()).ready();
    private final Selector selector;
    private final List<Client> clients;
    private final Duration patience;

    private HttpLoad(URI server, Requests requests, int connections, IntFunction<Pace> pace, Duration patience) {
        this.selector = open();
        this.clients = IntStream.range(0, connections)
                .mapToObj(i -> new Client(new Connection(server, selector), requests, i, pace.apply(i)))
                .toList();
        this.patience = patience;
    }

    private static Selector open() {
        try {
            return Selector.open();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Each connection sends its next request as soon as it has the answer to the one before. */
    public static HttpLoad closedLoop(URI server, Requests requests, int connections) {
        return closedLoop(server, requests, connections, PATIENCE);
    }

    /** The same, which waits no longer than that for answers after the end of a slice. */
    static HttpLoad closedLoop(URI server, Requests requests, int connections, Duration patience) {
        return new HttpLoad(server, requests, connections, i -> Pace.CLOSED, patience);
    }

    /**
     * Requests at a fixed rate for all connections together. Latency counts from the time at which a request should have
     * been sent, so that a server that stalls cannot hide it by slowing the load down.
     */
    public static HttpLoad openLoop(URI server, Requests requests, int connections, double perSecond) {
        return new HttpLoad(server, requests, connections, i -> Pace.of(perSecond, connections, i), PATIENCE);
    }

    @Override
    public Amount run(Duration time) {
        try {
            selector.selectNow(ready); // what the server closed between two slices
            var shift = new Shift(time, patience);
            clients.forEach(client -> client.begin(shift));
            while (shift.lasts()) {
                await(shift.nanosToNext());
                shift.callWhoseTurnItIs();
                if (shift.isOutOfPatience()) {
                    clients.forEach(Client::giveUp);
                }
            }
            return shift.amount();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Selectors count in milliseconds, which is too coarse for the turns of an open loop. */
    private void await(long nanos) throws IOException {
        if (Thread.currentThread().isInterrupted()) {
            throw new IllegalStateException("interrupted");
        }
        if (nanos >= MILLI) {
            selector.select(ready, nanos / MILLI);
            return;
        }
        if (nanos > 0) {
            LockSupport.parkNanos(Math.min(nanos, STEP));
        }
        selector.selectNow(ready);
    }

    /** How often an answer named an id that another answer had named before. */
    public long repeatedIds() {
        return IdLedger.repeats(clients.stream().map(Client::ids).toList());
    }

    @Override
    public void close() {
        clients.forEach(Client::close);
        try {
            selector.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
