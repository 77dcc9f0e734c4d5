package io.parlance.ops.metrics;

import io.parlance.core.access.Caller;
import io.parlance.core.access.Verdict;
import io.parlance.core.config.Configuration;
import io.parlance.core.config.CoreKey;
import io.parlance.core.figure.FigureSource;
import io.parlance.core.problem.Reason;
import io.parlance.rest.FixedPage;
import io.parlance.rest.Paths;
import io.parlance.rest.Problem;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** {@code /metrics}: all figures, for administrators, or for everybody where {@code parlance.metrics.open} says so. */
@ApplicationScoped
class MetricsPage implements FixedPage {
    private static final int RETRY_SECONDS = 2;

    @Inject
    Configuration configuration;

    @Inject
    @Any
    Instance<FigureSource> sources;

    private final PrometheusTextFormatWriter writer =
            PrometheusTextFormatWriter.builder().build();

    @Override
    public boolean isAt(String path) {
        return path.equals(Paths.METRICS);
    }

    @Override
    public void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!configuration.flag(CoreKey.METRICS_OPEN) && !isAdministrator(request)) {
            refuse(request, response);
            return;
        }
        var figures = new PrometheusFigures();
        for (var source : sources) {
            source.tell(figures);
        }
        response.setContentType(writer.getContentType());
        response.setHeader("Cache-Control", "no-store");
        writer.write(response.getOutputStream(), figures.all());
    }

    private static void refuse(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getAttribute(Verdict.ATTRIBUTE) instanceof Verdict.Denied denied
                && denied.reason() == Reason.STORE_UNAVAILABLE) {
            response.setIntHeader("Retry-After", RETRY_SECONDS);
            Problem.of(
                            503,
                            "PostgreSQL cannot be asked whose token that is; the one of parlance.admin.token needs none")
                    .write(response);
            return;
        }
        response.setHeader("WWW-Authenticate", "Bearer");
        Problem.of(401, "an admin token is needed").write(response);
    }

    private static boolean isAdministrator(HttpServletRequest request) {
        return request.getAttribute(Verdict.ATTRIBUTE) instanceof Verdict.Granted granted
                && granted.caller().role().equals(Caller.ROLE_ADMIN);
    }
}
