package io.parlance.admin;

import io.parlance.core.access.Caller;
import io.parlance.ops.doctor.Doctor;
import io.parlance.rest.ForRole;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;

/** Asks the doctor how the installation is; as text for a terminal, if that is what the caller prefers. */
@Path("doctor")
@ForRole(Caller.ROLE_ADMIN)
@ApplicationScoped
public class DoctorResource {
    @Inject
    Doctor doctor;

    @GET
    @Produces("application/json;qs=1.0")
    public DoctorBody show() {
        return DoctorBody.of(doctor.examine());
    }

    @GET
    @Produces("text/plain;charset=UTF-8;qs=0.5")
    public String print() {
        return DoctorTable.of(doctor.examine());
    }
}
