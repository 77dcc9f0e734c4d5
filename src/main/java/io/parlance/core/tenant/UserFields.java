package io.parlance.core.tenant;

import java.util.List;

/** What a caller may say about a person; user groups carry meaning in JITSudo, such as {@code approvers}. */
public record UserFields(String email, String firstName, String lastName, List<String> userGroups) {}
