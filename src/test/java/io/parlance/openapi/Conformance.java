package io.parlance.openapi;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Fails where the server and a document disagree: an answer with a status, a media type, a header or a member that the document
 * does not have, and a request that is accepted although the document does not describe it.
 */
public final class Conformance {
    private final Exchange exchange;
    private final List<String> errors = new ArrayList<>();

    private Conformance(Exchange exchange) {
        this.exchange = exchange;
    }

    /**
     * Holds an exchange against the document it belongs to, if any.
     *
     * @param described whether the request, if it is accepted, must be as documented
     */
    public static void check(Exchange exchange, boolean described) {
        Document.all().stream()
                .filter(document -> document.covers(exchange.place()))
                .findFirst()
                .ifPresent(document -> check(exchange, described, document));
    }

    static void check(Exchange exchange, boolean described, Document document) {
        var check = new Conformance(exchange);
        var operation = document.operation(exchange.method(), exchange.path());
        check.answer(operation.map(Operation::responses).orElseGet(document::unlistedResponses));
        if (described && exchange.succeeded() && operation.isPresent()) {
            check.request(operation.get());
        }
        if (!check.errors.isEmpty()) {
            throw new AssertionError("not as in the OpenAPI document of " + document.name() + ": " + exchange + "\n  "
                    + String.join("\n  ", check.errors) + "\n" + check.bodies());
        }
    }

    private void answer(Place responses) {
        var response = responses.at(Integer.toString(exchange.status()));
        if (!response.exists()) {
            errors.add("the status is not documented");
            return;
        }
        response.at("headers").members().forEach(this::header);
        if (exchange.method().equals("HEAD")) {
            return;
        }
        var content = response.at("content");
        if (content.exists()) {
            body("the answer", exchange.answered(), content, exchange.answered().mediaType());
        } else if (exchange.answered().body().length > 0
                || !exchange.answered().mediaType().isEmpty()) {
            errors.add("the answer has a body or a Content-Type, the document none");
        }
    }

    private void header(String name, Place header) {
        var value = exchange.answered().headers().firstValue(name);
        if (value.isPresent()) {
            value("header " + name, value.get(), header.at("schema"));
        } else if (header.flag("required")) {
            errors.add("the header " + name + " is missing");
        }
    }

    private void request(Operation operation) {
        for (var parameter : operation.parameters()) {
            parameter(parameter);
        }
        var body = operation.requestBody();
        if (!body.exists()) {
            return;
        }
        if (exchange.sent().body().length > 0) {
            var content = body.at("content");
            var declared = exchange.sent().mediaType();
            body("the request", exchange.sent(), content, declared.isEmpty() ? undeclared(content) : declared);
        } else if (body.flag("required")) {
            errors.add("a request without a body was accepted");
        }
    }

    /** The type of a body whose sender names none: JSON by its first character, or the first documented one. */
    private String undeclared(Place content) {
        var json = "application/json";
        boolean looksSo = new String(exchange.sent().body(), StandardCharsets.UTF_8)
                .strip()
                .startsWith("{");
        return looksSo && content.at(json).exists()
                ? json
                : content.members().keySet().iterator().next();
    }

    private void parameter(Place parameter) {
        var name = parameter.text("name");
        var value =
                switch (parameter.text("in")) {
                    case "query" -> exchange.query(name);
                    case "header" -> exchange.sent().headers().firstValue(name);
                    default -> Optional.<String>empty();
                };
        if (value.isPresent()) {
            value("parameter " + name, value.get(), parameter.at("schema"));
        } else if (parameter.flag("required") && !parameter.text("in").equals("path")) {
            errors.add("a request without the parameter " + name + " was accepted");
        }
    }

    private void value(String what, String text, Place schema) {
        schema.violations(Bodies.value(text, schema)).forEach(violation -> errors.add(what + ": " + violation));
    }

    private void body(String what, Exchange.Message message, Place content, String mediaType) {
        if (content.at("*/*").exists()) {
            return;
        }
        var documented = content.at(mediaType);
        if (message.body().length == 0) {
            errors.add(what + " has no body");
            return;
        }
        if (mediaType.isEmpty() || !documented.exists()) {
            errors.add(what + " is of the media type '" + mediaType + "', documented are "
                    + content.members().keySet());
            return;
        }
        if (Bodies.isXml(mediaType)) {
            documented
                    .document()
                    .xmlViolations(documented.at("schema"), message.body())
                    .forEach(violation -> errors.add(what + ": " + violation));
            return;
        }
        try {
            Bodies.read(mediaType, message.body()).ifPresent(tree -> documented
                    .at("schema")
                    .violations(tree)
                    .forEach(violation -> errors.add(what + ": " + violation)));
        } catch (IOException e) {
            errors.add(what + " is no " + mediaType + ": " + e.getMessage());
        }
    }

    private String bodies() {
        return List.of(exchange.sent(), exchange.answered()).stream()
                .map(message -> new String(message.body(), StandardCharsets.UTF_8))
                .map(text -> text.length() > 2000 ? text.substring(0, 2000) + "…" : text)
                .collect(Collectors.joining("\n"));
    }
}
