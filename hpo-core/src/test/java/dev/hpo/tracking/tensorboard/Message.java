// SPDX-License-Identifier: Apache-2.0
package dev.hpo.tracking.tensorboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What {@link EventFile} writes, read by the rules of its formats and not by its code.
 *
 * @param fields the values of each field by its number
 */
record Message(Map<Integer, List<Object>> fields) {

    /** Returns the messages of a file. */
    static List<Message> all(byte[] file) {
        ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        List<Message> messages = new ArrayList<>();
        while (bytes.hasRemaining()) {
            byte[] record = new byte[Math.toIntExact(bytes.getLong())];
            bytes.getInt();
            bytes.get(record);
            bytes.getInt();
            messages.add(of(record));
        }
        return messages;
    }

    static Message of(byte[] message) {
        ByteBuffer bytes = ByteBuffer.wrap(message).order(ByteOrder.LITTLE_ENDIAN);
        Map<Integer, List<Object>> fields = new TreeMap<>();
        while (bytes.hasRemaining()) {
            long tag = varint(bytes);
            fields.computeIfAbsent((int) (tag >> 3), any -> new ArrayList<>()).add(value(bytes, (int) tag & 7));
        }
        return new Message(fields);
    }

    private static Object value(ByteBuffer bytes, int type) {
        return switch (type) {
            case 0 -> varint(bytes);
            case 1 -> bytes.getDouble();
            case 5 -> bytes.getFloat();
            default -> {
                assertThat(type).isEqualTo(2);
                byte[] content = new byte[(int) varint(bytes)];
                bytes.get(content);
                yield content;
            }
        };
    }

    private static long varint(ByteBuffer bytes) {
        long value = 0;
        for (int shift = 0; ; shift += 7) {
            byte part = bytes.get();
            value |= (long) (part & 0x7f) << shift;
            if (part >= 0) {
                return value;
            }
        }
    }

    boolean has(int field) {
        return fields.containsKey(field);
    }

    List<Object> values(int field) {
        return fields.getOrDefault(field, List.of());
    }

    Object value(int field) {
        return values(field).get(0);
    }

    String text(int field) {
        return new String((byte[]) value(field), StandardCharsets.UTF_8);
    }

    /** Returns the message that this one has at some place. */
    Message within(int... path) {
        Message found = this;
        for (int field : path) {
            found = of((byte[]) found.value(field));
        }
        return found;
    }
}
