package good;

public record Third(boolean on) implements Expl {}
