package good.shadow;

class ListSpace {}
