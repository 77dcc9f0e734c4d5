package io.parlance.rest;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request whose body has arrived: reading it never waits. */
final class ReplayedRequest extends AdmittedRequest {
    private final Body body;
    private @Nullable ServletInputStream input;

    ReplayedRequest(HttpServletRequest request, Admission admission) {
        super(request, admission);
        this.body = admission.body();
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        if (input == null) {
            input = new ArrivedInput(body.open(), body.length());
        }
        return input;
    }

    /** The body may be opened again from this attribute, by whoever has only the request. */
    @Override
    public @Nullable Object getAttribute(String name) {
        return name.equals(Body.ATTRIBUTE) ? body : super.getAttribute(name);
    }

    @Override
    public BufferedReader getReader() throws IOException {
        return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
    }

    /** None: a container would look for them in what is still to come of a refused body, and wait for it. */
    @Override
    public Map<String, String[]> getParameterMap() {
        return Map.of();
    }

    @Override
    public Enumeration<String> getParameterNames() {
        return Collections.emptyEnumeration();
    }

    @Override
    public String @Nullable [] getParameterValues(String name) {
        return null;
    }

    @Override
    public @Nullable String getParameter(String name) {
        return null;
    }

    @Override
    public int getContentLength() {
        return (int) Math.min(body.length(), Integer.MAX_VALUE);
    }

    @Override
    public long getContentLengthLong() {
        return body.length();
    }

    private static final class ArrivedInput extends ServletInputStream {
        private final InputStream bytes;
        private long left;

        private ArrivedInput(InputStream bytes, long length) {
            this.bytes = bytes;
            this.left = length;
        }

        @Override
        public int read() throws IOException {
            int value = bytes.read();
            left -= value < 0 ? 0 : 1;
            return value;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int count = bytes.read(target, offset, length);
            left -= Math.max(count, 0);
            return count;
        }

        @Override
        public byte[] readAllBytes() throws IOException {
            var rest = bytes.readAllBytes();
            left -= rest.length;
            return rest;
        }

        @Override
        public int available() throws IOException {
            return bytes.available();
        }

        @Override
        public void close() throws IOException {
            bytes.close();
        }

        @Override
        public boolean isFinished() {
            return left == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new IllegalStateException("the body has been read already");
        }
    }
}
