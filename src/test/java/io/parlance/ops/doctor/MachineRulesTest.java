package io.parlance.ops.doctor;

import static io.parlance.ops.doctor.Findings.assertFound;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.parlance.core.doctor.Finding.State;
import io.parlance.rest.Transport;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From what this machine shows to what an administrator reads. */
class MachineRulesTest {
    private static final long MIB = 1L << 20;

    @ParameterizedTest
    @CsvSource({
        "false, false, false, UNKNOWN, none told of TLS",
        "false, false, true, WARNING, says it had no TLS",
        "true, false, true, OK, through a proxy",
        "true, false, false, OK, to this server itself",
        "true, true, true, FAILED, from other machines without TLS",
        "false, true, false, FAILED, from other machines without TLS"
    })
    void wantsTls(boolean encrypted, boolean clear, boolean forwarded, State state, String words) {
        assertFound(TlsCheck.judge(new Transport.Seen(encrypted, clear, forwarded)), state, words);
    }

    @Test
    void wantsAPortThatIsOpenToTheProxyOnly() {
        var clear = new Transport.Listener("127.0.0.1", 8080, false);
        var tls = new Transport.Listener("10.1.2.3", 8443, true);

        assertFound(ListenerCheck.judge(clear, List.of()), State.OK, "Port 8080 is open to this machine only");
        assertFound(ListenerCheck.judge(clear, List.of("10.1.2.3", "fd00::1")), State.WARNING, "10.1.2.3, fd00::1");
        assertFound(ListenerCheck.judge(tls, List.of("10.1.2.3")), State.OK, "with TLS");
    }

    @Test
    void wantsAnswersThatNameNobody() {
        assertFound(ServerBannerCheck.judge(""), State.OK, "do not name");
        assertFound(ServerBannerCheck.judge("Payara Micro"), State.WARNING, "Payara Micro");
    }

    @ParameterizedTest
    @CsvSource({"405, OK", "501, OK", "200, WARNING"})
    void wantsNoTrace(int status, State state) {
        assertFound(TraceMethodCheck.judge(status), state, "TRACE");
    }

    @ParameterizedTest
    @CsvSource({"512, 100, OK", "239, 100, WARNING", "512, 470, FAILED"})
    void wantsMemory(long mostMib, long keptMib, State state) {
        assertFound(HeapCheck.judge(mostMib * MIB, keptMib * MIB), state, keptMib + ".0 MiB were in use");
    }

    @ParameterizedTest
    @CsvSource({"17, OK", "25, OK", "26, WARNING", "16, WARNING"})
    void wantsAJavaThatIsTested(int feature, State state) {
        assertFound(JavaVersionCheck.judge(feature, feature + ".0.1"), state, feature + ".0.1");
    }

    @Test
    void wantsUtf8InWhateverZone() {
        assertFound(EncodingCheck.judge(UTF_8, ZoneId.of("Asia/Tokyo")), State.OK, "Asia/Tokyo");
        assertFound(EncodingCheck.judge(ISO_8859_1, ZoneOffset.UTC), State.WARNING, "ISO-8859-1");
    }
}
