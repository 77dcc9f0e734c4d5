package io.parlance.dialect.jitsudo.policy;

import com.cedarpolicy.loader.LibraryLoader;
import com.cedarpolicy.model.policy.PolicySet;
import io.parlance.core.config.Configuration;
import io.parlance.core.problem.Reason;
import io.parlance.core.problem.RejectedException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The native engine as far as this machine has it. Where it cannot be loaded the server starts all the same, and whatever needs
 * a decision is refused.
 */
@ApplicationScoped
class CedarLibrary {
    private static final System.Logger LOG = System.getLogger(CedarLibrary.class.getName());

    /** Far above what tenants have: a set that finds no room in the engine's memory would be refused. */
    private static final int MAX_SETS = 1_000_000;

    @Inject
    Configuration configuration;

    @Inject
    CedarThread thread;

    @Inject
    BuiltInPolicies builtIn;

    Consumer<@Nullable Path> loader = LibraryLoader::loadLibrary;

    private volatile State state = State.UNKNOWN;

    private enum State {
        UNKNOWN,
        LOADED,
        FAILED
    }

    /** Loads the engine, and what it needs for its first answer, while the server starts. */
    void warmUp(@Observes @Initialized(ApplicationScoped.class) Object start) {
        thread.start(() -> {
            if (isLoaded()) {
                builtIn.warmUp();
            }
        });
    }

    /** Refuses where there is no engine. */
    void require() {
        if (!isLoaded()) {
            throw new RejectedException(Reason.STORE_UNAVAILABLE, "there is no policy engine");
        }
    }

    boolean isLoaded() {
        if (state == State.UNKNOWN) {
            load();
        }
        return state == State.LOADED;
    }

    private synchronized void load() {
        if (state != State.UNKNOWN) {
            return;
        }
        try {
            loader.accept(
                    configuration.find(PolicyKey.NATIVE_DIRECTORY).map(Path::of).orElse(null));
            PolicySet.setCacheMaxPolicySets(MAX_SETS);
            state = State.LOADED;
        } catch (LinkageError | UncheckedIOException e) {
            state = State.FAILED;
            LOG.log(
                    System.Logger.Level.ERROR,
                    "The policy engine cannot be loaded, so JITSudo refuses what needs a decision (503). It needs Linux"
                            + " with glibc, macOS or Windows, and a directory for temporary files that may hold programs; "
                            + PolicyKey.NATIVE_DIRECTORY.key() + " names another. " + e);
        }
    }
}
