package io.parlance.ops.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.parlance.it.TestServer;
import io.parlance.ops.WatchedServer;
import java.util.Map;
import java.util.TreeMap;

/** The figures of the watched server at one moment, by name and labels as they are written. */
record Scrape(Map<String, Double> values) {
    static Scrape now() {
        var answer =
                WatchedServer.get("/metrics").bearer(TestServer.adminToken()).send();
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.mediaType()).isEqualTo("text/plain");
        var values = new TreeMap<String, Double>();
        answer.body().lines().filter(line -> !line.startsWith("#")).forEach(line -> {
            int end = line.lastIndexOf(' ');
            values.put(line.substring(0, end), Double.valueOf(line.substring(end + 1)));
        });
        return new Scrape(values);
    }

    /** The sum of all values whose name begins so and whose labels contain this. */
    double sum(String name, String label) {
        return values.entrySet().stream()
                .filter(value ->
                        value.getKey().startsWith(name + "{") || value.getKey().equals(name))
                .filter(value -> value.getKey().contains(label))
                .mapToDouble(Map.Entry::getValue)
                .sum();
    }

    /** How much it has grown since an earlier moment. */
    double since(Scrape earlier, String name, String label) {
        return sum(name, label) - earlier.sum(name, label);
    }
}
