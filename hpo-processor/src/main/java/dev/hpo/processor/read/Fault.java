// SPDX-License-Identifier: Apache-2.0
package dev.hpo.processor.read;

import dev.hpo.processor.model.Message;
import dev.hpo.space.VisibleText;
import java.util.List;
import org.apiguardian.api.API;

/**
 * A rule that a source breaks.
 *
 * @param message the rule
 * @param place where it is broken
 * @param arguments what the message's text names
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public record Fault(Message message, Place place, List<Object> arguments) {

    /** Creates a fault. */
    public Fault {
        arguments = List.copyOf(arguments);
    }

    /** Returns the text for the user, on one line whatever it names: a choice may hold line ends. */
    public String text() {
        return VisibleText.of(message.text(arguments.toArray()));
    }
}
