package good;

import dev.hpo.annotations.Choice;
import dev.hpo.annotations.SearchSpace;

@SearchSpace
public class List {
    @Choice({"1.5", "2.5"})
    public double Double = 1.5;

    public Override override = Override.STRING;

    public enum Override {
        STRING,
        OBJECT
    }
}
