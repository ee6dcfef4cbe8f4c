// SPDX-License-Identifier: Apache-2.0
package dev.hpo.trial;

import dev.hpo.space.Configuration;
import dev.hpo.space.Parameter;
import java.util.Optional;

/**
 * What has become of a start configuration.
 *
 * @param then that of then, if there was one
 * @param now that of now, if there is one
 */
record StartChanges(Optional<Configuration> then, Optional<Configuration> now) {

    Optional<String> of(Parameter<?> former, Parameter<?> parameter) {
        if (then.isEmpty()
                || now.isEmpty()
                || !then.get().contains(former)
                || !now.get().contains(parameter)) {
            return Optional.empty();
        }
        Object before = then.get().raw(former);
        Object present = now.get().raw(parameter);
        boolean isSame =
                StoredValue.of(parameter, before).filter(present::equals).isPresent();
        return isSame
                ? Optional.empty()
                : Optional.of("starts at " + parameter.domain().shortText(present) + " (was "
                        + former.domain().shortText(before) + ")");
    }

    Optional<String> ofAll() {
        if (then.isPresent() == now.isPresent()) {
            return Optional.empty();
        }
        return Optional.of(now.isPresent() ? "start configuration: added" : "start configuration: removed");
    }
}
