package io.parlance.dialect.highq;

import io.parlance.core.problem.Reason;
import io.parlance.core.problem.RejectedException;
import io.parlance.rest.Accept;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Collections;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The forms of an answer. JSON goes to whoever names it and prefers no XML type to it; everybody else gets XML, also those
 * who say nothing or accept anything.
 */
enum ResponseForm {
    XML("application/xml"),
    TEXT_XML("text/xml"),
    JSON("application/json");

    private final String type;

    ResponseForm(String type) {
        this.type = type;
    }

    String mediaType() {
        return this == JSON ? type : type + ";charset=UTF-8";
    }

    /** The form of a success; a request that accepts none of ours is refused. */
    static ResponseForm of(HttpServletRequest request) {
        return negotiate(accept(request))
                .orElseThrow(() -> new RejectedException(Reason.NOT_ACCEPTABLE, "neither XML nor JSON is accepted"));
    }

    static ResponseForm ofErrors(HttpServletRequest request) {
        return negotiate(accept(request)).orElse(XML);
    }

    /** The form of tokens, which is JSON for everybody who does not ask for XML rather than for JSON. */
    static ResponseForm ofTokens(HttpServletRequest request) {
        var accept = accept(request);
        double xml = Math.max(accept.named(XML.type), accept.named(TEXT_XML.type));
        return xml > accept.named(JSON.type) ? negotiate(accept).orElse(XML) : JSON;
    }

    static Optional<ResponseForm> negotiate(Accept accept) {
        double json = accept.named(JSON.type);
        double xml = accept.named(XML.type);
        double text = accept.named(TEXT_XML.type);
        if (json > 0 && json >= Math.max(xml, text)) {
            return Optional.of(JSON);
        }
        if (text > xml) {
            return Optional.of(TEXT_XML);
        }
        return Stream.of(values()).filter(form -> accept.quality(form.type) > 0).findFirst();
    }

    private static Accept accept(HttpServletRequest request) {
        return Accept.of(Collections.list(request.getHeaders(HttpHeaders.ACCEPT)));
    }
}
