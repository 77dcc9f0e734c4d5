package io.parlance.ops.doctor;

import io.parlance.core.doctor.Finding;
import io.parlance.rest.Transport;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Proxy;
import java.net.Socket;
import java.net.URL;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Looks at the listener of this server from outside, as a client would, at the address at which requests came in. */
@ApplicationScoped
class OwnListener {
    static final Finding UNSEEN = Finding.unknown(
            "This server could not be asked at the address where requests come in.",
            "Ask from outside: curl -sI, and curl -X TRACE.");

    private static final int PATIENCE_MILLIS = 1000;
    private static final int MOST_ADDRESSES = 4;

    @Inject
    Transport transport;

    /** What a client sees of an answer. */
    record Answer(int status, String banner) {}

    /** How it answers this method; empty where it cannot be asked. */
    Optional<Answer> ask(String method) {
        return transport.listener().flatMap(listener -> ask(listener, method));
    }

    /** Empty where it cannot be asked: a certificate, for one, is not made out for an address. */
    static Optional<Answer> ask(Transport.Listener listener, String method) {
        if (listener.tls()) {
            return Optional.empty();
        }
        try {
            var url = new URL("http", listener.address(), listener.port(), "/");
            var connection = (HttpURLConnection) url.openConnection(Proxy.NO_PROXY);
            connection.setRequestMethod(method);
            connection.setInstanceFollowRedirects(false);
            connection.setConnectTimeout(PATIENCE_MILLIS);
            connection.setReadTimeout(PATIENCE_MILLIS);
            try {
                return Optional.of(new Answer(connection.getResponseCode(), banner(connection)));
            } finally {
                connection.disconnect();
            }
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static String banner(HttpURLConnection connection) {
        return Stream.of("Server", "X-Powered-By")
                .map(connection::getHeaderField)
                .filter(value -> value != null)
                .collect(Collectors.joining(", "));
    }

    /** The addresses of this machine, but loopback, at which somebody listens on the same port. */
    static List<String> openAddresses(Transport.Listener listener) {
        try {
            return NetworkInterface.networkInterfaces()
                    .flatMap(NetworkInterface::inetAddresses)
                    .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
                    .limit(MOST_ADDRESSES)
                    .filter(address -> isOpen(address, listener.port()))
                    .map(InetAddress::getHostAddress)
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    private static boolean isOpen(InetAddress address, int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, port), PATIENCE_MILLIS);
            return true;
        } catch (IOException closed) {
            return false;
        }
    }
}
