package io.parlance.dialect.jitsudo;

import io.parlance.core.access.Caller;
import io.parlance.core.access.CredentialKind;
import io.parlance.core.store.Uuids;
import io.parlance.rest.Callers;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The header that every operation of this API demands: a client must say which tenant it means, and mean its own. */
final class TenantHeader {
    static final String NAME = "X-Tenant-ID";

    private TenantHeader() {}

    /** The caller of a request whose header names the caller's tenant. */
    static Caller caller(HttpServletRequest request) {
        var caller = Callers.of(request);
        requireMatch(of(request), caller);
        return caller;
    }

    /** The caller of a request that only an installation-wide key may send. */
    static Caller installation(HttpServletRequest request) {
        var caller = Callers.of(request);
        if (caller.kind() != CredentialKind.ADMIN) {
            throw JitsudoFault.of(JitsudoError.FORBIDDEN);
        }
        return caller;
    }

    /** The header's value; two that differ are one that is no uuid. */
    static @Nullable String of(HttpServletRequest request) {
        var values = new TreeSet<String>(String.CASE_INSENSITIVE_ORDER);
        values.addAll(Collections.list(request.getHeaders(NAME)));
        return values.isEmpty() ? null : String.join(", ", values);
    }

    /** Refuses a header that is absent, no uuid (in any case), or another tenant's. */
    static void requireMatch(@Nullable String header, Caller caller) {
        var tenantId = require(header);
        if (caller.kind() == CredentialKind.ADMIN || !tenantId.equals(caller.tenantId())) {
            throw JitsudoFault.of(JitsudoError.TENANT_MISMATCH);
        }
    }

    /** The tenant that a header names; refused where it is absent or no uuid. */
    static UUID require(@Nullable String header) {
        if (header == null || header.isBlank()) {
            throw JitsudoFault.invalid("header", NAME, "the X-Tenant-ID header is required");
        }
        return Uuids.parse(header.strip())
                .orElseThrow(() -> JitsudoFault.invalid("header", NAME, "the X-Tenant-ID header must be a uuid"));
    }
}
