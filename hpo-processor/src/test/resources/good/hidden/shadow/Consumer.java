package good.shadow;

class Consumer {}
