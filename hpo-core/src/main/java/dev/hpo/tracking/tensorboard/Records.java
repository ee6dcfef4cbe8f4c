// SPDX-License-Identifier: Apache-2.0
package dev.hpo.tracking.tensorboard;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;

/**
 * Writes records one after the other, as TensorFlow does (TFRecord): the length, its checksum, the bytes, their checksum. A checksum is masked, since one of bytes that
 * hold checksums themselves would be weak.
 */
final class Records {

    private static final int ROTATION = 15;
    private static final int ADDEND = 0xa282ead8;

    private final OutputStream target;

    Records(OutputStream target) {
        this.target = target;
    }

    void write(byte[] bytes) throws IOException {
        byte[] length = little(Long.BYTES).putLong(bytes.length).array();
        target.write(length);
        target.write(checksum(length));
        target.write(bytes);
        target.write(checksum(bytes));
    }

    private static byte[] checksum(byte[] bytes) {
        CRC32C crc = new CRC32C();
        crc.update(bytes);
        int masked = Integer.rotateRight((int) crc.getValue(), ROTATION) + ADDEND;
        return little(Integer.BYTES).putInt(masked).array();
    }

    private static ByteBuffer little(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }
}
