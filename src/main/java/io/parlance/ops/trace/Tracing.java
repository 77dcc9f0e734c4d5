package io.parlance.ops.trace;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdk;
import io.parlance.core.config.ForeignKeys;
import io.parlance.core.message.IntakeTracer;
import io.parlance.rest.Paths;
import io.parlance.rest.RequestTrace;
import io.parlance.rest.RequestTracer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Sends spans by OTLP over HTTP once {@code otel.exporter.otlp.endpoint} is set, and does nothing at all without. All standard
 * keys of OpenTelemetry count, as MicroProfile Config finds them. Spans continue the {@code traceparent} of the client.
 */
@ApplicationScoped
public class Tracing implements RequestTracer, IntakeTracer {
    private static final System.Logger LOG = System.getLogger(Tracing.class.getName());
    private static final String PREFIX = "otel.";
    /** Others are the client's invention, of which there is no end. */
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    private static final List<String> ENDPOINTS =
            List.of("otel.exporter.otlp.endpoint", "otel.exporter.otlp.traces.endpoint");
    private static final Map<String, String> DEFAULTS = Map.of(
            "otel.service.name", "parlance",
            "otel.exporter.otlp.protocol", "http/protobuf",
            "otel.metrics.exporter", "none",
            "otel.logs.exporter", "none");

    private static final TextMapGetter<HttpServletRequest> HEADERS = new TextMapGetter<>() {
        @Override
        public Iterable<String> keys(HttpServletRequest request) {
            return Collections.list(request.getHeaderNames());
        }

        @Override
        public @Nullable String get(@Nullable HttpServletRequest request, String name) {
            return request == null ? null : request.getHeader(name);
        }
    };

    private volatile @Nullable OpenTelemetrySdk sdk;
    private volatile @Nullable Tracer tracer;

    /** Begins, if there is somewhere to send spans to. */
    public void open() {
        var set = ForeignKeys.below(PREFIX, ENDPOINTS);
        if (ENDPOINTS.stream().noneMatch(set::containsKey)) {
            return;
        }
        var properties = new HashMap<>(DEFAULTS);
        properties.putAll(set);
        try {
            var opened = sdk(properties);
            sdk = opened;
            tracer = opened.getTracer("io.parlance");
        } catch (RuntimeException unusable) { // a server without traces is no danger
            LOG.log(System.Logger.Level.WARNING, "there are no traces: otel.* makes no sense, see the cause", unusable);
        }
    }

    private static OpenTelemetrySdk sdk(Map<String, String> properties) {
        return AutoConfiguredOpenTelemetrySdk.builder()
                .addPropertiesSupplier(() -> properties)
                .setServiceClassLoader(new OwnServices(Tracing.class.getClassLoader()))
                .disableShutdownHook()
                .build()
                .getOpenTelemetrySdk();
    }

    /** Sends what is left. */
    public void close() {
        tracer = null;
        var open = sdk;
        if (open != null) {
            open.shutdown().join(5, TimeUnit.SECONDS);
        }
    }

    @Override
    public RequestTrace begin(HttpServletRequest request, String dialect) {
        var open = tracer;
        if (open == null) {
            return RequestTrace.NONE;
        }
        var parent = W3CTraceContextPropagator.getInstance().extract(Context.root(), request, HEADERS);
        var method = METHODS.contains(request.getMethod()) ? request.getMethod() : "_OTHER";
        var span = open.spanBuilder(method + " " + dialect)
                .setParent(parent)
                .setSpanKind(SpanKind.SERVER)
                .setAttribute("http.request.method", method)
                .setAttribute("url.path", Paths.shown(request))
                .setAttribute("parlance.dialect", dialect)
                .startSpan();
        return new RequestSpan(span);
    }

    @Override
    public @Nullable Follower follow() {
        var open = tracer;
        return open == null || !Span.current().isRecording() ? null : new IntakeSpans(open, Context.current());
    }
}
