package io.parlance.bench.load;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** A client that opens many requests and sends a byte of each body in a second, for as long as it is let. */
public final class SlowBodies implements AutoCloseable {
    private static final byte[] END_OF_HEAD = {'\r', '\n', '\r', '\n'};

    private final List<Crawler> crawlers = new ArrayList<>();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        var thread = new Thread(task, "slow-bodies");
        thread.setDaemon(true);
        return thread;
    });

    private Future<?> steps;

    private SlowBodies() {}

    public static SlowBodies open(URI server, Requests requests, int count) {
        var slow = new SlowBodies();
        for (int i = 0; i < count; i++) {
            slow.crawlers.add(new Crawler(
                    server, requests.texts().get(i % requests.texts().size())));
        }
        slow.crawlers.forEach(Crawler::step);
        slow.steps = slow.timer.scheduleAtFixedRate(() -> slow.crawlers.forEach(Crawler::step), 1, 1, TimeUnit.SECONDS);
        return slow;
    }

    @Override
    public void close() {
        steps.cancel(false);
        timer.shutdownNow();
        try {
            timer.awaitTermination(1, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        crawlers.forEach(Crawler::close);
    }

    /** One request; it begins anew once the server has enough of it. */
    private static final class Crawler {
        private final URI server;
        private final byte[] text;
        private final int head;
        private Socket socket;
        private int sent;

        private Crawler(URI server, byte[] text) {
            this.server = server;
            this.text = text;
            this.head = endOfHead(text);
        }

        private static int endOfHead(byte[] text) {
            int end = 0;
            for (int matched = 0; matched < END_OF_HEAD.length; end++) {
                matched = text[end] == END_OF_HEAD[matched] ? matched + 1 : 0;
            }
            return end;
        }

        private void step() {
            try {
                if (socket == null) {
                    socket = new Socket(InetAddress.getByName(server.getHost()), server.getPort());
                    socket.setTcpNoDelay(true);
                    socket.getOutputStream().write(text, 0, head);
                    sent = head;
                } else if (socket.getInputStream().available() > 0 || sent == text.length - 1) {
                    close();
                } else {
                    socket.getOutputStream().write(text[sent++]);
                }
            } catch (IOException refused) {
                close();
            }
        }

        private void close() {
            try {
                if (socket != null) {
                    socket.close();
                }
            } catch (IOException gone) {
                // it is closed either way
            }
            socket = null;
        }
    }
}
