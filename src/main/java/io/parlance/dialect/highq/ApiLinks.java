package io.parlance.dialect.highq;

import io.parlance.rest.Paths;
import jakarta.servlet.http.HttpServletRequest;

/** Makes addresses of this API as the client that asks knows it: same host, same version. */
record ApiLinks(String base) {
    static ApiLinks of(HttpServletRequest request) {
        var url = request.getRequestURL();
        var root = url.substring(0, url.length() - request.getRequestURI().length()) + request.getContextPath();
        return new ApiLinks(root + HighqDialect.API + "/" + HighqDialect.version(Paths.within(request)) + "/");
    }

    String user(long number) {
        return base + "users/" + number;
    }

    String file(long number) {
        return base + "files/" + number + "/content";
    }

    String error(String incident) {
        return base + "error/" + incident;
    }
}
