package io.parlance.core.tenant;

import io.parlance.core.limit.Quota;
import io.parlance.core.limit.RateLimit;
import io.parlance.core.problem.Reason;
import io.parlance.core.problem.RejectedException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;

/**
 * Checks passwords of people. Nobody learns from it who exists: an unknown address takes as long as a wrong password, and
 * tries are counted for every address alike, on all nodes together. Never call it in a transaction.
 */
@ApplicationScoped
public class Logins {
    private static final Quota TRIES = new Quota("login", 10, Duration.ofMinutes(15));
    /** A hash takes a tenth of a second of a core, which the messages need too. */
    private static final int AT_ONCE = 8;

    private static final int RETRY_SECONDS = 1;

    @Inject
    Users users;

    @Inject
    PasswordHashes hashes;

    @Inject
    RateLimit limit;

    private final Semaphore places = new Semaphore(AT_ONCE);

    /** The person with this address and password; refused where there were too many tries. */
    public Optional<User> check(UUID tenantId, String email, String password) {
        limit.require(tenantId, subject(email), TRIES);
        if (!places.tryAcquire()) {
            throw new RejectedException(Reason.OVERLOADED, "too many people log in at once", RETRY_SECONDS);
        }
        try {
            return match(users.login(tenantId, email), password);
        } finally {
            places.release();
        }
    }

    private Optional<User> match(Optional<Users.Login> login, String password) {
        var hash = login.map(Users.Login::passwordHash);
        if (hash.isEmpty()) {
            hashes.matchNothing(password);
            return Optional.empty();
        }
        return hashes.matches(password, hash.get()) ? login.map(Users.Login::user) : Optional.empty();
    }

    private static UUID subject(String email) {
        return UUID.nameUUIDFromBytes(email.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
    }
}
