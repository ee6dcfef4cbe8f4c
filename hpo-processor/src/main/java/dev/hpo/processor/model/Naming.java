// SPDX-License-Identifier: Apache-2.0
package dev.hpo.processor.model;

import java.util.List;
import org.apiguardian.api.API;

/**
 * The name under which something is stored.
 *
 * @param name the present name
 * @param former the names it had before
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public record Naming(String name, List<String> former) {

    /** Creates a naming. */
    public Naming {
        former = List.copyOf(former);
    }
}
