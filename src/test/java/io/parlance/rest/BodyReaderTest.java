package io.parlance.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parlance.core.config.TestConfiguration;
import io.parlance.core.problem.Reason;
import io.parlance.core.problem.RejectedException;
import io.parlance.rest.IntakeLimits.Allowance;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BodyReaderTest {
    private static final int ANNOUNCED = 4;

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final Map<String, Object> attributes = new ConcurrentHashMap<>();
    private final ArrivingInput input = new ArrivingInput();
    private final IntakeBounds bounds = new IntakeBounds();
    private final Admission admission = new Admission(bounds, Passage.uncounted());

    @BeforeEach
    void start() throws IOException {
        bounds.limits = new IntakeLimits();
        bounds.limits.configuration =
                TestConfiguration.of("parlance.requests.max-in-flight", "1", "parlance.body.budget-bytes", "10000");
        bounds.open();
        admission.keep(new MemoryBody(admission::buffer));
        var allowance = new Allowance(100, Duration.ofMinutes(1), false);
        new BodyReader(async(), admission, allowance, timer).start(null);
    }

    @AfterEach
    void stop() {
        timer.shutdownNow();
    }

    @Test
    void endsWithTheLastAnnouncedByteWithoutAskingForMore() throws IOException {
        input.arrive("abcd");

        await().until(() -> attributes.containsKey("dispatched"));
        assertThat(attributes).doesNotContainKey(BoundedIntakeFilter.REFUSAL);
        assertThat(admission.body().open()).hasContent("abcd");
        assertThat(input.askedInVain).isFalse();
    }

    @Test
    void refusesABodyThatEndsEarly() throws IOException {
        input.arrive("abc");
        input.listener.onAllDataRead();

        await().until(() -> attributes.containsKey("dispatched"));
        assertThat(attributes.get(BoundedIntakeFilter.REFUSAL))
                .isInstanceOfSatisfying(RejectedException.class, refusal -> assertThat(refusal.reason())
                        .isEqualTo(Reason.BODY_MALFORMED));
        assertThat(admission.body().length()).isZero();
    }

    private AsyncContext async() {
        var request = stub(
                HttpServletRequest.class,
                Map.of(
                        "getInputStream", arguments -> input,
                        "getContentLengthLong", arguments -> (long) ANNOUNCED,
                        "setAttribute", arguments -> attributes.put((String) arguments[0], arguments[1])));
        return stub(
                AsyncContext.class,
                Map.of(
                        "getRequest", arguments -> request,
                        "getResponse", arguments -> stub(HttpServletResponse.class, Map.of()),
                        "setTimeout",
                                arguments -> {
                                    throw new IllegalStateException("the first service has ended");
                                },
                        "dispatch", arguments -> attributes.put("dispatched", true)));
    }

    private static <T> T stub(Class<T> type, Map<String, Function<Object[], Object>> methods) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    var result = methods.getOrDefault(method.getName(), ignored -> null)
                            .apply(arguments);
                    return method.getReturnType() == void.class ? null : result;
                }));
    }

    /** An input that notes whether it was asked for more than it has. */
    private static final class ArrivingInput extends ServletInputStream {
        private ReadListener listener;
        private String waiting = "";
        private int taken;
        private boolean askedInVain;

        void arrive(String text) throws IOException {
            waiting = text;
            listener.onDataAvailable();
        }

        @Override
        public int read() {
            return waiting.getBytes(StandardCharsets.US_ASCII)[taken++];
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            target[offset] = (byte) read();
            return 1;
        }

        @Override
        public boolean isReady() {
            boolean ready = taken < waiting.length();
            askedInVain |= !ready;
            return ready;
        }

        @Override
        public boolean isFinished() {
            return false;
        }

        @Override
        public void setReadListener(ReadListener readListener) {
            listener = readListener;
        }
    }
}
