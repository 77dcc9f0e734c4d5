package io.parlance.ops.health;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;

/** An answer in the JSON form of MicroProfile Health. */
record Health(String status, List<Check> checks) {
    private static final String UP = "UP";
    private static final String DOWN = "DOWN";

    /** One thing that was looked at; the data is for everybody to see. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Check(String name, String status, Map<String, Object> data) {
        static Check of(String name, boolean up, Map<String, Object> data) {
            return new Check(name, up ? UP : DOWN, data);
        }
    }

    static Health of(Check... checks) {
        var all = List.of(checks);
        boolean up = all.stream().allMatch(check -> check.status().equals(UP));
        return new Health(up ? UP : DOWN, all);
    }

    boolean isUp() {
        return status.equals(UP);
    }
}
