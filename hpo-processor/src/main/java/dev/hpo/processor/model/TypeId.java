// SPDX-License-Identifier: Apache-2.0
package dev.hpo.processor.model;

import java.util.List;
import org.apiguardian.api.API;

/**
 * The name of a type.
 *
 * @param packageName its package, empty for the unnamed one
 * @param names the simple names from the outermost type to the type itself
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public record TypeId(String packageName, List<String> names) {

    /** Creates a name. */
    public TypeId {
        names = List.copyOf(names);
    }

    /** Returns the last of the simple names. */
    public String simpleName() {
        return names.get(names.size() - 1);
    }

    /** Returns the name for people, without the package: {@code Outer.Inner}. */
    public String display() {
        return String.join(".", names);
    }

    /** Returns the simple name of the generated class, {@code Outer_InnerSpace}, which is in the same package. */
    public String spaceName() {
        return String.join("_", names) + "Space";
    }

    /** Returns the name of the generated class as a type. */
    public TypeId space() {
        return new TypeId(packageName, List.of(spaceName()));
    }

    /** Returns the qualified name of the generated class. */
    public String qualifiedSpaceName() {
        return packageName.isEmpty() ? spaceName() : packageName + "." + spaceName();
    }
}
