package io.parlance.dialect.jitsudo.policy;

import com.cedarpolicy.model.schema.Schema;
import io.parlance.dialect.jitsudo.policy.CedarTokens.Kind;
import io.parlance.dialect.jitsudo.policy.CedarTokens.Token;
import io.parlance.dialect.jitsudo.policy.PolicyEngine.Action;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What rules may name. All resources have the same attributes, so that a rule for any of them can use them. What is to be done
 * with a resource of AWS is any word, so that the words a rule names are its actions.
 */
final class PolicySchema {
    static final String USER = "User";
    static final String API_KEY = "ApiKey";
    static final String ACCESS_REQUEST = "AccessRequest";

    /** More would make the check of a rule slow. */
    static final int MAX_ACTIONS = 50;

    private static final List<String> AWS = List.of(
            "aws_account",
            "aws_permission_set",
            "aws_s3_bucket",
            "aws_rds_instance",
            "aws_ec2_instance",
            "aws_organizational_unit");

    private static final String TEXT =
            """
            type Context = { action: String, duration_seconds: Long, break_glass: Bool, hour: Long };
            entity User in [User] = { id: String, email: String };
            entity ApiKey in [ApiKey] = { id: String, email: String, name: String, actor_type: String };
            entity %1$s = {
              requester: String, status: String, resource_type: String, resource_id: String, action: String,
              duration_seconds: Long, break_glass: Bool
            };
            entity AccessRequest in [%1$s] = {
              requester: String, status: String, resource_type: String, resource_id: String, action: String,
              duration_seconds: Long, break_glass: Bool
            };
            action %2$s appliesTo { principal: [User, ApiKey], resource: [AccessRequest], context: Context };
            action %3$s appliesTo { principal: [User, ApiKey], resource: [%1$s], context: Context };
            """;

    private PolicySchema() {}

    /** The entity type of a resource type of the API: {@code aws_s3_bucket} is {@code AwsS3Bucket}. */
    static String entityType(String resourceType) {
        return Arrays.stream(resourceType.split("_"))
                .filter(word -> !word.isEmpty())
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining());
    }

    static boolean isResourceType(String resourceType) {
        return AWS.contains(resourceType);
    }

    /** The schema for a rule of these tokens. */
    static Schema of(String text, List<Token> tokens) {
        var wanted = new TreeSet<String>();
        for (int i = 3; i < tokens.size(); i++) {
            if (isAction(text, tokens.subList(i - 3, i + 1))) {
                wanted.add(CedarString.unquote(
                        text.substring(tokens.get(i).from() + 1, tokens.get(i).to() - 1)));
            }
            if (wanted.size() > MAX_ACTIONS) {
                throw new BadPolicyException(
                        "a rule may name " + MAX_ACTIONS + " actions",
                        tokens.get(i).from());
            }
        }
        return new Schema(Schema.JsonOrCedar.Cedar, Optional.empty(), Optional.of(text(wanted)));
    }

    private static boolean isAction(String text, List<Token> four) {
        return four.get(0).is(text, "Action")
                && four.get(1).is(text, ":")
                && four.get(2).is(text, ":")
                && four.get(3).kind() == Kind.STRING
                && four.get(3).to() - four.get(3).from() > 1;
    }

    private static String text(Set<String> wanted) {
        var ofRequests = Arrays.stream(Action.values())
                .filter(action -> action != Action.REQUEST_ACCESS)
                .map(Action::word)
                .collect(Collectors.toCollection(TreeSet::new));
        var ofResources = new TreeSet<>(wanted);
        ofResources.add(Action.REQUEST_ACCESS.word());
        ofResources.removeAll(ofRequests);
        var types = AWS.stream().map(PolicySchema::entityType).collect(Collectors.joining(", "));
        return TEXT.formatted(types, quoted(ofRequests), quoted(ofResources));
    }

    private static String quoted(Set<String> names) {
        return names.stream().map(CedarString::quote).collect(Collectors.joining(", "));
    }
}
