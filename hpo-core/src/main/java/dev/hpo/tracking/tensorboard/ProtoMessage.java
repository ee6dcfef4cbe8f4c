// SPDX-License-Identifier: Apache-2.0
package dev.hpo.tracking.tensorboard;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** A message in the binary form of protocol buffers, which is made field by field. Not safe for use by several threads. */
final class ProtoMessage {

    private static final int VARINT = 0;
    private static final int EIGHT_BYTES = 1;
    private static final int LENGTH_AND_BYTES = 2;
    private static final int FOUR_BYTES = 5;
    private static final int SEVEN_BITS = 0x7f;
    private static final int MORE = 0x80;

    private final ByteArrayOutputStream content = new ByteArrayOutputStream();

    /** Adds a field of type {@code double}. */
    ProtoMessage number(int field, double value) {
        tag(field, EIGHT_BYTES);
        content.writeBytes(little(Double.BYTES).putDouble(value).array());
        return this;
    }

    /** Adds a field of type {@code float}. */
    ProtoMessage single(int field, float value) {
        tag(field, FOUR_BYTES);
        content.writeBytes(little(Float.BYTES).putFloat(value).array());
        return this;
    }

    /** Adds a field of type {@code int64}, {@code bool} or of an enumeration. */
    ProtoMessage whole(int field, long value) {
        tag(field, VARINT);
        varint(value);
        return this;
    }

    /** Adds a field of type {@code string}. */
    ProtoMessage text(int field, String value) {
        return bytes(field, value.getBytes(StandardCharsets.UTF_8));
    }

    /** Adds a field that is a message itself. */
    ProtoMessage message(int field, ProtoMessage value) {
        return bytes(field, value.toBytes());
    }

    /** Adds a field of type {@code bytes}. */
    ProtoMessage bytes(int field, byte[] value) {
        tag(field, LENGTH_AND_BYTES);
        varint(value.length);
        content.writeBytes(value);
        return this;
    }

    byte[] toBytes() {
        return content.toByteArray();
    }

    private void tag(int field, int type) {
        varint((long) field << 3 | type);
    }

    private void varint(long value) {
        long rest = value;
        while ((rest & ~SEVEN_BITS) != 0) {
            content.write((int) (rest & SEVEN_BITS) | MORE);
            rest >>>= 7;
        }
        content.write((int) rest);
    }

    private static ByteBuffer little(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }
}
