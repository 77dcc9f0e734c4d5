package io.parlance.core.tenant;

import io.parlance.core.store.TenantRow;
import io.parlance.core.store.TextList;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Row of table {@code app_user}. */
@Entity
@Table(name = "app_user")
class UserEntity extends TenantRow {
    long number;
    String email;

    @Column(name = "first_name")
    String firstName;

    @Column(name = "last_name")
    String lastName;

    @Column(name = "password_hash")
    @Nullable
    String passwordHash;

    @Column(name = "user_groups")
    @Convert(converter = TextList.class)
    List<String> userGroups;

    @SuppressWarnings("NullAway.Init") // filled by the provider
    protected UserEntity() {}

    UserEntity(UUID tenantId, UUID id, long number, UserFields fields) {
        super(tenantId, id);
        this.number = number;
        this.email = fields.email();
        this.firstName = fields.firstName();
        this.lastName = fields.lastName();
        this.userGroups = fields.userGroups();
    }

    void apply(UserFields fields) {
        email = fields.email();
        firstName = fields.firstName();
        lastName = fields.lastName();
        userGroups = fields.userGroups();
    }

    User snapshot() {
        return new User(tenantId(), id(), number, email, firstName, lastName, userGroups, createdAt());
    }
}
