// SPDX-License-Identifier: Apache-2.0
package dev.hpo.tracking.tensorboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** The bytes are those that Google's own libraries write. */
class RecordsTests {

    @Test
    void record_hasLengthAndMaskedChecksums() throws IOException {
        ByteArrayOutputStream target = new ByteArrayOutputStream();

        new Records(target).write("hpo".getBytes(StandardCharsets.US_ASCII));

        assertThat(hex(target.toByteArray())).isEqualTo("0300000000000000b099490e68706f09e8eadd");
    }

    @Test
    void message_hasFieldsOfEachType() {
        byte[] message = new ProtoMessage()
                .number(1, 1.5)
                .whole(2, 300)
                .whole(2, -1)
                .text(3, "\u00e9\ud83d\ude00")
                .single(4, -0.25f)
                .message(5, new ProtoMessage().whole(200, 0))
                .bytes(6, new byte[] {0, 1})
                .toBytes();

        assertThat(hex(message))
                .isEqualTo("09" + "000000000000f83f" + "10ac02" + "10ffffffffffffffffff01" + "1a06c3a9f09f9880"
                        + "25000080be" + "2a03c00c00" + "32020001");
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
