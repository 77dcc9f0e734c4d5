package io.parlance.rest;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TransportTest {
    private final Transport transport = new Transport();

    @Test
    void tellsTlsInFrontFromTlsOfItsOwn() {
        transport.look(request("127.0.0.1", false, "https"));

        assertThat(transport.seen()).isEqualTo(new Transport.Seen(true, false, true));
        assertThat(transport.listener()).contains(new Transport.Listener("127.0.0.1", 8080, false));

        transport.look(request("10.0.0.1", true, null));
        assertThat(transport.seen()).isEqualTo(new Transport.Seen(true, false, true));
        assertThat(transport.listener()).contains(new Transport.Listener("127.0.0.1", 8080, true));
    }

    @Test
    void seesCredentialsInTheClearFromElsewhere() {
        transport.look(request("10.0.0.1", false, null));
        assertThat(transport.seen()).isEqualTo(new Transport.Seen(false, true, false));
    }

    @Test
    void seesAProxyThatSaysItHadNoTls() {
        transport.look(request("10.0.0.1", false, "http"));
        assertThat(transport.seen()).isEqualTo(new Transport.Seen(false, true, true));
    }

    @Test
    void thinksNothingOfThisMachineInTheClear() {
        transport.look(request("0:0:0:0:0:0:0:1", false, null));
        assertThat(transport.seen()).isEqualTo(new Transport.Seen(false, false, false));
    }

    @Test
    void forgetsWithinAnHour() {
        transport.look(request("10.0.0.1", false, null));

        transport.clock = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(61));

        assertThat(transport.seen()).isEqualTo(new Transport.Seen(false, false, false));
    }

    @Test
    void looksOnceASecondAtMost() {
        transport.note(request("127.0.0.1", false, "https"));
        transport.note(request("10.0.0.1", false, null));

        assertThat(transport.seen()).isEqualTo(new Transport.Seen(true, false, true));
    }

    private static HttpServletRequest request(String from, boolean secure, @Nullable String scheme) {
        var facts = Map.<String, Object>of(
                "getRemoteAddr", from, "isSecure", secure, "getLocalAddr", "127.0.0.1", "getLocalPort", 8080);
        return (HttpServletRequest) Proxy.newProxyInstance(
                TransportTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (self, method, arguments) ->
                        method.getName().equals("getHeader") ? scheme : facts.get(method.getName()));
    }
}
