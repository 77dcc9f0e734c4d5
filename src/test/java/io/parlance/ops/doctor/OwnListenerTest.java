package io.parlance.ops.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.parlance.rest.Transport;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OwnListenerTest {
    private HttpServer server;

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.getResponseHeaders().set("Server", "Grizzly 1");
            exchange.getResponseHeaders().set("X-Powered-By", "Servlet 6");
            exchange.sendResponseHeaders(exchange.getRequestMethod().equals("TRACE") ? 200 : 404, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void seesWhatAClientWouldSee() {
        assertThat(OwnListener.ask(listener(false), "GET"))
                .contains(new OwnListener.Answer(404, "Grizzly 1, Servlet 6"));
        assertThat(OwnListener.ask(listener(false), "TRACE"))
                .contains(new OwnListener.Answer(200, "Grizzly 1, Servlet 6"));
    }

    @Test
    void doesNotPretendToHaveSeenWhatItCannot() {
        assertThat(OwnListener.ask(listener(true), "GET")).isEmpty();
        server.stop(0);
        assertThat(OwnListener.ask(listener(false), "GET")).isEmpty();
    }

    @Test
    void findsAPortOfThisMachineClosedToOthers() {
        assertThat(OwnListener.openAddresses(listener(false))).isEmpty();
    }

    private Transport.Listener listener(boolean tls) {
        return new Transport.Listener("127.0.0.1", server.getAddress().getPort(), tls);
    }
}
