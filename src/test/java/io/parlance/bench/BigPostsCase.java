package io.parlance.bench;

import io.parlance.bench.load.BigPost;
import io.parlance.bench.measure.Ratio;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/** Bodies that are larger than anything allowed are refused before they fill the memory. */
final class BigPostsCase implements Case {
    private static final int POSTS = 4;
    private static final long BYTES = 200L << 20;
    private static final int TOO_LARGE = 413;

    @Override
    public List<Bar> bars() {
        return List.of(Bar.BIG_POSTS);
    }

    @Override
    public List<Outcome> measure(Lab lab) {
        var site = lab.site();
        var head = site.reviewHead();
        var threads = Executors.newFixedThreadPool(POSTS);
        try {
            var answers = IntStream.range(0, POSTS)
                    .mapToObj(i -> CompletableFuture.supplyAsync(
                            () -> new BigPost(site.server(), head, BYTES, i % 2 == 0).send(), threads))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .toList();
            return List.of(outcome(answers, lab));
        } finally {
            threads.shutdownNow();
        }
    }

    private static Outcome outcome(List<Integer> statuses, Lab lab) {
        if (log(lab).contains("OutOfMemoryError")) {
            return Outcome.failed(Bar.BIG_POSTS, "OutOfMemoryError in the server's log");
        }
        double refused = statuses.stream().filter(status -> status == TOO_LARGE).count();
        return Outcome.of(Bar.BIG_POSTS, Format.number(refused), Format.number(POSTS), Ratio.single(refused / POSTS))
                .note("statuses " + statuses + " (0: no answer)");
    }

    private static String log(Lab lab) {
        try {
            return Files.readString(lab.serverLog());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
