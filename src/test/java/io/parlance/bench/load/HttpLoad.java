package io.parlance.bench.load;

import io.parlance.bench.measure.Amount;
import io.parlance.bench.measure.Crew;
import io.parlance.bench.measure.Work;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/** Requests over a number of connections that stay open between slices. */
public final class HttpLoad implements Work, AutoCloseable {
    private final List<Client> clients;

    private HttpLoad(List<Client> clients) {
        this.clients = clients;
    }

    /** Each connection sends its next request as soon as it has the answer to the one before. */
    public static HttpLoad closedLoop(URI server, Requests requests, int connections) {
        return new HttpLoad(IntStream.range(0, connections)
                .mapToObj(i -> new Client(server, requests, i, Pace.CLOSED))
                .toList());
    }

    /**
     * Requests at a fixed rate for all connections together. Latency counts from the time at which a request should have
     * been sent, so that a server that stalls cannot hide it by slowing the load down.
     */
    public static HttpLoad openLoop(URI server, Requests requests, int connections, double perSecond) {
        return new HttpLoad(IntStream.range(0, connections)
                .mapToObj(i -> new Client(server, requests, i, Pace.of(perSecond, connections, i)))
                .toList());
    }

    @Override
    public Amount run(Duration time) {
        return Crew.run(clients, time);
    }

    /** How often an answer named an id that another answer had named before. */
    public long repeatedIds() {
        return IdLedger.repeats(clients.stream().map(Client::ids).toList());
    }

    @Override
    public void close() {
        clients.forEach(Client::close);
    }
}
