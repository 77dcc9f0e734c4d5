package io.parlance.bench.measure;

import java.time.Duration;
import java.util.List;
import org.HdrHistogram.Histogram;

/** Threads that work side by side for one slice. */
public final class Crew {
    private static final long START_DELAY_NANOS = 5_000_000;
    private static final long PATIENCE_MILLIS = 60_000;
    private static final long HIGHEST_NANOS = 120_000_000_000L;

    private Crew() {}

    /** One of the threads. */
    public abstract static class Member {
        private Histogram latency = new Histogram(HIGHEST_NANOS, 3);
        private long units;
        private long failures;
        private String firstFailure = "";

        /** Works from the one time to the other, both of {@link System#nanoTime()}. */
        protected abstract void work(long start, long end);

        /** Ends a wait that takes too long; called by another thread. */
        protected void giveUp() {}

        protected final void done(long nanos, int count) {
            latency.recordValue(Math.min(Math.max(nanos, 0), HIGHEST_NANOS));
            units += count;
        }

        protected final void failed(String why) {
            failures++;
            if (firstFailure.isEmpty()) {
                firstFailure = why;
            }
        }

        private void begin() {
            latency = new Histogram(HIGHEST_NANOS, 3);
            units = 0;
            failures = 0;
            firstFailure = "";
        }
    }

    /** Lets all of them work for that long, and adds up once the last one has finished what it had begun. */
    public static Amount run(List<? extends Member> crew, Duration time) {
        List<Member> members = List.copyOf(crew);
        long start = System.nanoTime() + START_DELAY_NANOS;
        long end = start + time.toNanos();
        var threads = members.stream()
                .map(member -> new Thread(() -> {
                    member.begin();
                    member.work(start, end);
                }))
                .toList();
        threads.forEach(Thread::start);
        awaitAll(threads, members, end);
        return sum(members, (System.nanoTime() - start) / 1e9);
    }

    private static Amount sum(List<Member> members, double seconds) {
        var latency = new Histogram(HIGHEST_NANOS, 3);
        members.forEach(member -> latency.add(member.latency));
        return new Amount(
                members.stream().mapToLong(member -> member.units).sum(),
                seconds,
                latency,
                members.stream().mapToLong(member -> member.failures).sum(),
                members.stream()
                        .map(member -> member.firstFailure)
                        .filter(text -> !text.isEmpty())
                        .findFirst()
                        .orElse(""));
    }

    private static void awaitAll(List<Thread> threads, List<Member> members, long end) {
        try {
            long patience = (end - System.nanoTime()) / 1_000_000 + PATIENCE_MILLIS;
            for (int i = 0; i < threads.size(); i++) {
                threads.get(i).join(Math.max(1, patience));
                if (threads.get(i).isAlive()) {
                    members.forEach(Member::giveUp);
                    threads.get(i).join();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
