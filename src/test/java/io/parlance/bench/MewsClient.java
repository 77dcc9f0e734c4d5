package io.parlance.bench;

import io.parlance.bench.load.Requests;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Makes requests as a client of mews sends them, for its own threads. */
record MewsClient(String clientToken, String accessToken, List<String> threads) {
    private static final String API = "/api/connector/v1/";

    /** Adds of so many messages, to all threads in turn. */
    Requests adds(int messages, String text) {
        var items = IntStream.range(0, messages)
                .mapToObj(i -> "{\"MessageThreadId\":\"%s\",\"Text\":\"%s\",\"Identifier\":\"item-%06d\"}"
                        .formatted(threads.get(i % threads.size()), text, i))
                .collect(Collectors.joining(","));
        return post("messages/add", "\"Messages\":[" + items + "]")
                .units(messages)
                .distinct("Id");
    }

    /** Reads a page of so many messages of all threads, the newest or those before a message. */
    Requests pages(int messages, String before) {
        var ids = threads.stream().map(id -> '"' + id + '"').collect(Collectors.joining(","));
        var cursor = before.isEmpty() ? "" : ",\"Cursor\":\"" + before + "\"";
        return post(
                        "messages/getAll",
                        "\"MessageThreadIds\":[%s],\"Limitation\":{\"Count\":%d%s}".formatted(ids, messages, cursor))
                .units(messages);
    }

    private Requests post(String operation, String members) {
        var body = "{\"ClientToken\":\"%s\",\"AccessToken\":\"%s\",\"Client\":\"Bench 1.0\",%s}"
                .formatted(clientToken, accessToken, members);
        return Requests.post(API + operation, List.of(), List.of(body));
    }
}
