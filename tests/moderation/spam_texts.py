"""Short texts labelled by hand, none of which the scorer has learned from."""

WANTED = """\
The 45 never stops at the top of the hill, so I walk twenty minutes with my shopping.
Who decides what goes on the agenda of the next meeting?
I would rather see the money spent on the footpath by the brook.
Three of my neighbours have fallen on that step since Christmas.
The officer's estimate leaves out the cost of maintenance.
My daughter cannot cross safely on her way to the youth club.
Please keep the baths open until nine on weekdays.
I vote for this because it helps people who have no car.
In Leeds the same scheme was dropped after a year, does anybody know why?
Our street floods whenever it rains hard, the drains are blocked.
The chair should let people from the gallery speak.
I am not against trees but the roots lift the pavement and wheelchairs cannot pass.
The survey was only in English, which shuts out half of Aston.
A phone line that is answered would be worth more than a new app.
Housing first, then the stadium.
Could the forum write to the bus company together with the one in Selly Oak?
I care for my husband and have had no day off since August.
The shop owners on the high street were not asked at all.
Bins on the towpath, please, and somebody to empty them.
The wording says "consider", I want it to say "do".
We have 214 signatures on paper, how are they counted?
Without a night service, cleaners walk home at four in the morning.
There is no evidence for that, see the reply of the director of public health.
It took me three letters to get a parking permit for the carer.
Good point about the lights, I had not thought of the bats.
I was told that the centre would close, is that true?
Ask the students at the college, they use the path most.
The playground in Cotteridge has had a broken swing since spring.
More benches, less concrete.
Nobody on our landing has had hot water since Tuesday.
The minutes say the motion was carried, but I counted six against.
Why not open the school field on Sundays?
A cargo bike library would save many short trips by car.
The recommendation should name a date, or nothing will happen.
I changed doctors twice and still have to tell the whole story again.
Let the young people run the evening themselves.
Litter picking is fine, but we want to be where the contract is decided.
My dad has dementia, and the changing faces frighten him.
The 20 mph sign is hidden behind a hedge.
Is the hall step-free? The page does not say.
The heating in the tower has been off for nine days.
For: it is cheap and can begin this year.
Against: it only moves the problem to Bournville.
I am on the panel and declare that my sister works for the provider.
Can somebody explain what "remit" means here?
The market traders start at five, no bus runs then.
Translate the letter, half of the estate speaks Bengali at home.
Repairs are reported, closed and never done.
A crossing costs less than one serious injury.
Thanks to the facilitator for the fair summary.
If it is refused, I want to read the reasons.
The canal bridge is too narrow for two prams.
We should visit the day centre before we vote.
I do not trust the traffic figures, they were taken in the holidays.
The council sold our community hall and now rents a room for more money.
School streets work, our road is quiet at half past eight.
Please say which budget this comes from.
The women's refuge has a waiting list of forty families.
A map of the wards with their spending would help.
My street has no litter bin between the station and the park.
The timetable is at https://buses.example/plan-your-journey/ and it does not match the sign.
Here is the minister's answer: https://answers.example/written-questions
What does a free place cost the council, and who checks who gets it?
The offer of the developer is too low for public land.
Sell the old depot, not the park.
Work on the bridge will start now that the contract is signed.
The cheapest bid won and the cleaners lost their sick pay.
Call the repairs line today, then send me the reference and I will chase it.
I earn too much for help and too little for the rent.
Click on the third item of the agenda, the paper is there.
Our best chance is to bring it to the scrutiny committee in May.
NO MORE CUTS TO OUR LIBRARIES!!!
""".splitlines()

SPAM = """\
Instant cash loans up to 5000, bad credit accepted, apply in 2 minutes http://no-such-quick-cash.top
Double your bitcoin in 24 hours, trusted platform, message me on Telegram
Get 10000 real followers today for the cheapest price, visit www.no-such-insta-grow.shop
My life changed when I met this forex trader, he helped me earn 7000 weekly, WhatsApp +1 202 555 0100
Cheap designer shoes, free worldwide shipping, order now before the offer ends
Play now and get a 200% casino bonus with no deposit http://no-such-lucky-spin.xyz
Buy pills online without prescription, discreet package, best price
Beautiful girls want to chat tonight, register free
Rank number one on Google with our SEO packages, contact us for a free quote
Lose 10 kilos in one week with this secret herbal pill, limited offer
Hire a trusted hacker to recover your bitcoin and spy on a cheating partner
Earn money from home every day, no skill needed, ask me how to join
Win a free iPhone, click the link and claim your prize www.no-such-claim-gift.biz
Fixed matches for sale, sure odds, join the VIP Telegram channel now
I am a spell caster and I bring back your ex lover in two days, contact me on WhatsApp
Full HD movies streaming free download, click here http://no-such-movie-zone.top
Genuine passports and driving licences for sale, contact us via gmail
Wholesale replica watches, 75% discount, fast delivery
Guaranteed profit with our crypto trading bot, deposit now and withdraw daily
Best escort service, call now for booking, beautiful models
Cheap essay writing, guaranteed grades, order today with discount
Xanax and tramadol overnight shipping, no prescription, order now
Sell your car for cash today, instant offer, best price guaranteed, call now
Nice post, visit my site for cheap car insurance quotes www.no-such-quote-now.biz
IPTV 20000 channels, free trial, cheap subscription, WhatsApp us
Passive income through my referral link, register and start earning bitcoin http://earn-btc.example
Doctor Omo cured my herpes with herbal medicine, contact him by WhatsApp
Buy backlinks and guest posts, high authority, cheap prices
Free spins and big bonus for new member, slot online http://no-such-gacor-99.xyz
You have been selected for an inheritance of 9 million dollars, reply to my private email
Amazing keto gummies, buy one get one free, only today
Online dating for mature singles, join free and meet women near you
Web design and digital marketing packages at the lowest prices, message us for a discount
Invest 100 today and get 1000 next week, guaranteed by our manager
Subscribe to my YouTube channel and win gift cards
Get your credit repaired in days, instant approval, apply now www.no-such-credit-fix.biz
Free robux and gift card generator, no verification, click here
Luxury handbags at wholesale price, worldwide delivery, order on WhatsApp
Become your own boss, join our network marketing team and earn thousands
Weed delivery discreet and fast, contact on Telegram
Hot deals on mattress and sofa, 70% off, buy now online http://no-such-sofa-sale.shop
Bulk email lists for marketing, millions of leads, instant download
Trusted online betting, sure win, bonus on first deposit
Personal loan at 2% interest, no collateral, email us today for fast approval
Watch live webcam girls free, click to register
Packers and movers at low rates, call now for a free quote
Your computer has a virus, call this number now for support +44 7700 900122
Get cheap flights, lowest price guaranteed, book now www.no-such-fly-low.top
Our company sells solar panels with the best prices, click for a free quote http://no-such-sun-deal.shop
Make 300 a day with this simple trick the banks hide from you
BUY NOW CHEAP GENUINE LEATHER BAGS FREE SHIPPING WORLDWIDE!!!
We help you get a visa without exam or interview, contact us on WhatsApp
Check my profile for hot photos
""".splitlines()
