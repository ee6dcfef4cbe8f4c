// SPDX-License-Identifier: Apache-2.0
package dev.hpo.processor.read;

import dev.hpo.processor.model.Message;
import java.util.Map;
import javax.lang.model.element.Element;

/** Puts faults into Kotlin's words: who writes Kotlin has none of the fields and setters that kapt's stubs show here. */
final class Kotlin {

    private static final String METADATA = "kotlin.Metadata";

    private static final Map<Message, Message> WORDS = Map.of(
            Message.FIELD_FINAL, Message.KOTLIN_VAL,
            Message.FIELD_STATIC, Message.KOTLIN_STATIC,
            Message.FIELD_NO_ACCESS, Message.KOTLIN_NO_ACCESS,
            Message.TYPE_NO_CONSTRUCTOR, Message.KOTLIN_NO_CONSTRUCTOR,
            Message.TYPE_NOT_SEALED, Message.KOTLIN_NOT_SEALED,
            Message.TYPE_INNER, Message.KOTLIN_INNER);

    private Kotlin() {}

    /** Returns a message as it is to be put at an element. */
    static Message words(Message message, Element element) {
        return isIn(element) ? WORDS.getOrDefault(message, message) : message;
    }

    /** Returns whether an element is in a type that was written in Kotlin. */
    static boolean isIn(Element element) {
        for (Element around = element; around != null; around = around.getEnclosingElement()) {
            if (Mirrors.has(around, METADATA)) {
                return true;
            }
        }
        return false;
    }
}
