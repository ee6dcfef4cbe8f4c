// SPDX-License-Identifier: Apache-2.0
package dev.hpo.processor;

import dev.hpo.processor.model.Message;
import java.util.Optional;

/** What is said of faults of the processor itself. */
final class Faults {

    private static final int TRACE_LENGTH = 400;
    private static final String OURS = "dev.hpo.";
    private static final String RUNTIME = "dev.hpo.(space|annotations).*";

    private Optional<String> missing = Optional.empty();

    /**
     * Returns what to say of a fault.
     *
     * @param subject the type that was read
     */
    String text(String subject, Throwable fault) {
        if (fault instanceof LinkageError) {
            missing = missing.or(() -> library(fault));
            if (missing.isPresent()) {
                return Message.LIBRARY_MISSING.text(subject, missing.get());
            }
        }
        return Message.INTERNAL.text(subject, fault.getClass().getSimpleName(), trace(fault));
    }

    /** Returns what has to stand beside the processor and does not; a class of the processor's own is no library. */
    private static Optional<String> library(Throwable fault) {
        for (Throwable e = fault; e != null; e = e.getCause()) {
            String name = String.valueOf(e.getMessage()).replace('/', '.');
            if (e instanceof NoClassDefFoundError && name.matches(RUNTIME)) {
                return Optional.of("hpo-annotations");
            }
            if (e instanceof NoClassDefFoundError && name.matches("[\\w.$]+") && !name.startsWith(OURS)) {
                return Optional.of(name.substring(0, Math.max(0, name.lastIndexOf('.'))));
            }
        }
        return Optional.empty();
    }

    private static String trace(Throwable fault) {
        StringBuilder trace = new StringBuilder(fault.toString());
        for (StackTraceElement line : fault.getStackTrace()) {
            if (trace.length() > TRACE_LENGTH) {
                break;
            }
            trace.append(" at ").append(line);
        }
        return trace.toString();
    }
}
