package io.parlance.bench.measure;

import java.time.Duration;
import java.util.List;

/** Threads that work side by side for one slice. */
public final class Crew {
    private static final long START_DELAY_NANOS = 5_000_000;

    private Crew() {}

    /** One of the threads. */
    public abstract static class Member {
        private Tally tally = new Tally();

        /** Works from the one time to the other, both of {@link System#nanoTime()}. */
        protected abstract void work(long start, long end);

        protected final void done(long nanos, int count) {
            tally.done(nanos, count);
        }

        protected final void failed(String why) {
            tally.failed(why);
        }

        private void run(long start, long end) {
            tally = new Tally();
            work(start, end);
        }
    }

    /** Lets all of them work for that long, and adds up once the last one has finished what it had begun. */
    public static Amount run(List<? extends Member> crew, Duration time) {
        List<Member> members = List.copyOf(crew);
        long start = System.nanoTime() + START_DELAY_NANOS;
        long end = start + time.toNanos();
        var threads = members.stream()
                .map(member -> new Thread(() -> member.run(start, end)))
                .toList();
        threads.forEach(Thread::start);
        awaitAll(threads);
        double seconds = (System.nanoTime() - start) / 1e9;
        var all = new Tally();
        members.forEach(member -> all.add(member.tally));
        return all.amount(seconds);
    }

    private static void awaitAll(List<Thread> threads) {
        try {
            for (var thread : threads) {
                thread.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
