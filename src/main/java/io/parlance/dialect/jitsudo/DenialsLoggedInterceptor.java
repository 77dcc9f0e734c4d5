package io.parlance.dialect.jitsudo;

import io.parlance.core.audit.AuditLog;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;

/** Writes what the audit log tells of a denial. */
@Interceptor
@DenialsLogged
@Priority(Interceptor.Priority.APPLICATION)
public class DenialsLoggedInterceptor {
    @Inject
    AuditLog auditLog;

    @AroundInvoke
    Object logged(InvocationContext operation) throws Exception {
        try {
            return operation.proceed();
        } catch (JitsudoFault refused) {
            if (refused.entry() != null) {
                auditLog.record(refused.entry());
            }
            throw refused;
        }
    }
}
